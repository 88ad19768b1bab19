import { HAIR, WHITE } from './colours.ts';

export const ROUTE_LINE_HEIGHT = 12;

/** The route along the foot of a page: one stop a page, the own stop filled. Lengths in points. */
export function routeLine(width: number, stops: number, own: number, color: string): string {
  const y = ROUTE_LINE_HEIGHT / 2;
  const at = (stop: number): number => y + (stop * (width - 2 * y)) / Math.max(1, stops - 1);
  const circles = Array.from({ length: stops }, (_, stop) => {
    const mine = stop === own;
    return `<circle cx="${at(stop)}" cy="${y}" r="${mine ? 5 : 3}" fill="${mine ? color : WHITE}" stroke="${mine ? color : HAIR}" stroke-width="1.2"/>`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${ROUTE_LINE_HEIGHT}" viewBox="0 0 ${width} ${ROUTE_LINE_HEIGHT}">` +
    `<path d="M${y} ${y}H${width - y}" stroke="${HAIR}" stroke-width="1.2"/>${circles.join('')}</svg>`
  );
}
