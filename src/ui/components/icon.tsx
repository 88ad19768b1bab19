// Own drawings on a grid of 24; decorative, so a word always stands beside one.
const DRAWINGS = {
  route: ['M5 20c6 0 1-7 7-7s1-7 7-7', 'M5 18.600a1.400 1.400 0 1 0 .01 0z', 'M19 4.600a1.400 1.400 0 1 0 .01 0z'],
  tick: ['M4.5 12.5l5 5 10-11'],
  yes: ['M12 2.500a9.500 9.500 0 1 0 .01 0z', 'M7.500 12.500l3 3 6-6.500'],
  unclear: ['M12 2.500a9.500 9.500 0 1 0 .01 0z', 'M9 9a3 3 0 1 1 4.2 2.8c-.8.4-1.200 1-1.200 2.200', 'M12 17.500v.1'],
  no: ['M12 2.500a9.500 9.500 0 1 0 .01 0z', 'M8 12h8'],
  info: ['M12 2.500a9.500 9.500 0 1 0 .01 0z', 'M12 11v6M12 7.500v.1'],
  error: ['M12 3.500L22 20H2z', 'M12 10v4.500', 'M12 17.400v.1'],
  document: ['M6 3h8l4 4v14H6z', 'M14 3v4h4'],
  save: ['M6 3h12v18H6z', 'M9 3v3h6V3M9 11h6M9 15h4'],
  print: ['M7 9V4h10v5', 'M5 9h14a2 2 0 0 1 2 2v5h-4v4H7v-4H3v-5a2 2 0 0 1 2-2z', 'M7 16h10'],
  download: ['M12 4v10M8 10.500l4 4 4-4', 'M4 16v4h16v-4'],
} as const;

export type IconName = keyof typeof DRAWINGS;

/** A drawing beside a word; hidden from who does not see it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {DRAWINGS[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
