import { PDF, PdfBool, PdfDict, PdfName, PdfRef, PdfStream } from '@libpdf/core'

const property = '<rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>' +
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li>'
const schema = '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>' +
  `<pdfaSchema:property><rdf:Seq>${property}</rdf:Seq></pdfaSchema:property></rdf:li>`
const claim = '<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>'
const endOfSchemas = '</rdf:Bag></pdfaExtension:schemas>'

/**
 * Adds the claim of PDF/UA-1 to a PDF/A-3a document. The typesetter writes one standard only, although the document
 * satisfies both; PDF/A asks that the extra property is declared as an extension schema.
 */
export async function claimAccessibility(pdf: Uint8Array): Promise<Uint8Array> {
  const document = await PDF.load(pdf)
  const catalog = document.getCatalog()
  const preferences = catalog.get('ViewerPreferences')
  if (preferences instanceof PdfDict) preferences.set('DisplayDocTitle', PdfBool.TRUE)
  else catalog.set('ViewerPreferences', PdfDict.of({ DisplayDocTitle: PdfBool.TRUE }))

  const entry = catalog.get('Metadata')
  const stream = entry instanceof PdfRef ? document.getObject(entry) : entry
  if (!(stream instanceof PdfStream)) throw new Error('The typeset document has no metadata')
  const metadata = new TextDecoder().decode(stream.getDecodedData())
  if (!metadata.includes(endOfSchemas)) throw new Error('The typeset document declares no extension schemas to add PDF/UA to')
  const claimed = metadata.replace(endOfSchemas, schema + endOfSchemas + claim)
  catalog.set('Metadata', document.createStream(
    { Type: PdfName.of('Metadata'), Subtype: PdfName.of('XML') }, new TextEncoder().encode(claimed)))
  return document.save()
}
