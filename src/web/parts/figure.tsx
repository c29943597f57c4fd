import { figure, type FigureOrder } from '#platform/figure.ts'

/** The field of points on a page. Decoration: the number stands in words beside it. */
export const Figure = (order: FigureOrder) => (
  <div class={`field-of-points ${order.class ?? ''}`} dangerouslySetInnerHTML={{ __html: figure({ ...order, class: undefined }) }} />
)
