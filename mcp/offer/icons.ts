import type { Icon } from '@modelcontextprotocol/server';

function svg(path: string): Icon {
  const image = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#5b5fc7" stroke-width="2" stroke-linecap="round">${path}</svg>`;
  return {
    src: `data:image/svg+xml;base64,${Buffer.from(image).toString('base64')}`,
    mimeType: 'image/svg+xml',
    sizes: ['any'],
  };
}

const calendar = '<rect x="3" y="5" width="18" height="16" rx="2"/><path d="M3 10h18M8 3v4M16 3v4"/>';

/** Assent's own icon: a day that was agreed. */
export const assentIcon = svg(`${calendar}<path d="m9 15 2 2 4-4"/>`);

const shapes: Readonly<Record<string, string>> = {
  find_times: '<circle cx="11" cy="11" r="7"/><path d="m21 21-5-5M11 8v3l2 2"/>',
  get_availability: `${calendar}<path d="M7 14h4M7 17h8"/>`,
  propose_meeting: `${calendar}<path d="M12 13v5M9.500 15.500h5"/>`,
  get_meeting: `${calendar}<path d="M8 14h8M8 17h5"/>`,
  list_meetings: '<path d="M8 6h13M8 12h13M8 18h13M3 6h.01M3 12h.01M3 18h.01"/>',
  respond: '<path d="M4 5h16v11H9l-5 4z"/><path d="m9 10 2 2 4-4"/>',
  confirm_meeting: '<circle cx="12" cy="12" r="9"/><path d="m8 12 3 3 5-6"/>',
  change_meeting: '<path d="M4 20l1-5L16 4l4 4L9 19z"/>',
  edit_meeting: `${calendar}<path d="M8 18l.7-2.700L13 11l2 2-4.300 4.300z"/>`,
  remind: '<path d="M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4"/>',
  cancel_meeting: '<circle cx="12" cy="12" r="9"/><path d="m9 9 6 6M15 9l-6 6"/>',
};

/** A small drawing for each tool, without a request to anybody. */
export function iconOf(tool: string): Icon {
  const shape = shapes[tool];
  return shape === undefined ? assentIcon : svg(shape);
}
