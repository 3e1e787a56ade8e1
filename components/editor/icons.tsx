/** Line drawings of 18 units, drawn in the colour of the text. Each stands beside or inside something with a name. */
const PATHS = {
  bold: 'M5 3.5h4.4a2.7 2.7 0 0 1 0 5.4H5zM5 8.9h5.1a2.9 2.9 0 0 1 0 5.6H5z',
  italic: 'M7.5 3.5h5M5.5 14.5h5M10.6 3.5 7.4 14.5',
  underline: 'M5 3.5v4.6a4 4 0 0 0 8 0V3.5M4.5 15h9',
  link: 'M7.6 10.4a3 3 0 0 0 4.3 0l2-2a3 3 0 0 0-4.2-4.3l-.8.8M10.4 7.6a3 3 0 0 0-4.3 0l-2 2a3 3 0 0 0 4.2 4.3l.8-.8',
  language:
    'M2.8 9a6.2 6.2 0 1 0 12.4 0A6.2 6.2 0 1 0 2.8 9M2.8 9h12.4M9 2.8c-3.6 4-3.6 8.4 0 12.4M9 2.8c3.6 4 3.6 8.4 0 12.4',
  footnote: 'M3 14 6.2 4.5 9.4 14M4.2 11h4M12.6 4.2l1.4-.9v5.4',
  bracket: 'M6.5 3.5h-3v11h3M11.5 3.5h3v11h-3M7.5 9h3',
  bulletList: 'M7 5h8M7 9h8M7 13h8M3.4 5h.01M3.4 9h.01M3.4 13h.01',
  orderedList: 'M7.5 5H15M7.5 9H15M7.5 13H15M3 4l1-.6V7M2.9 11.4c1.2-1.2 2.3 0 1.3 1.2L3 14.2h2',
  table: 'M3 4h12v10H3zM3 7.4h12M3 10.7h12M7 4v10M11 4v10',
  moveUp: 'M9 14.5V4M4.8 8 9 3.8 13.2 8',
  moveDown: 'M9 3.5V14M4.8 10 9 14.2 13.2 10',
  undo: 'M6.4 4 3.2 7.2l3.2 3.2M3.4 7.2h7a4 4 0 0 1 0 8H7.2',
  redo: 'M11.6 4l3.2 3.2-3.2 3.2M14.6 7.2h-7a4 4 0 0 0 0 8h3.2',
  find: 'M3.4 7.9a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0-9 0M11.2 11.2l3.6 3.6',
  outline: 'M3 4.5h12M6 9h9M6 13.5h9M3 9h.01M3 13.5h.01',
  help: 'M2.8 9a6.2 6.2 0 1 0 12.4 0A6.2 6.2 0 1 0 2.8 9M7 7.2c0-2.6 4-2.6 4 0 0 1.6-2 1.6-2 3.2M9 12.7v.01',
  chevron: 'm5.5 7.5 3.5 3.5 3.5-3.5',
  close: 'M4.5 4.5l9 9M13.5 4.5l-9 9',
  check: 'm3.8 9.4 3.4 3.4 7-7.6',
  warning: 'M9 3 2.6 14.4h12.8zM9 7.4v3.4M9 12.6v.01',
  wait: 'M9 3a6 6 0 1 0 6 6M9 6v3.2l2.2 1.4',
  offline: 'M3 3l12 12M5.6 6.7A4 4 0 0 0 5 14.4h7.6M8 5.2a4.2 4.2 0 0 1 5 4.2 2.6 2.6 0 0 1 1.8 4',
  eye: 'M2.4 9S4.8 4.6 9 4.6 15.6 9 15.6 9 13.2 13.4 9 13.4 2.4 9 2.4 9M7.2 9a1.8 1.8 0 1 0 3.6 0 1.8 1.8 0 1 0-3.6 0',
  copy: 'M6.5 6.5h8v8h-8zM11.5 6.5v-3h-8v8h3',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 18 18" fill="none" aria-hidden="true" className="shrink-0">
      <path
        d={PATHS[name]}
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
