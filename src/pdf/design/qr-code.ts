import { encode } from 'uqr';

/**
 * Draws a QR code as one path, so that every module is exactly as wide as the next (pdfmake's own codes round to whole
 * points). Size in points, without a quiet zone: the page around it is white.
 */
export function qrCodeSvg(url: string, size: number): string {
  const { data, size: modules } = encode(url, { ecc: 'L', border: 0 });
  const path = data.flatMap((row, y) => darkRuns(row).map(([x, end]) => `M${x} ${y}h${end - x}v1h-${end - x}z`));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${modules} ${modules}" width="${size}" height="${size}">` +
    `<path d="${path.join('')}" fill="#000"/></svg>`
  );
}

/** Where dark modules stand side by side in a row: from (included) to (excluded). */
function darkRuns(row: readonly boolean[]): (readonly [number, number])[] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last?.[1] === x) last[1] = x + 1;
    else runs.push([x, x + 1]);
  });
  return runs;
}
