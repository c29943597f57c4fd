/** What a visitor types at the details step. */
export const details = {
  legalName: 'Voorbeeld Deelnemer', 'birthDate-day': '27', 'birthDate-month': '3', 'birthDate-year': '1994', street: 'Voorbeeldstraat 1',
  postcode: '1234 AB', city: 'Voorbeeldstad',
  country: 'NL', 'account-username': 'voorbeeld', 'from-month': '3', 'from-year': '2019', still: 'yes',
}
