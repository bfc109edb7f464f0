import { companyPeople } from '../../graph-emulator/company.ts';
import type { CompanyPerson } from '../../graph-emulator/company.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

/** The one style of these pages, which their Content-Security-Policy names by its hash. */
export const style = `
  :root { color-scheme: light dark; font: 16px/1.45 system-ui, sans-serif; --line: #8884; --accent: #5b5fc7 }
  body { margin: 0; display: grid; place-items: center; min-height: 100vh }
  main { width: min(46rem, 100% - 2rem); padding: 2rem 0 }
  h1 { font-size: 1.5rem; margin: 0 } p { margin: .25rem 0 1.5rem; opacity: .75 }
  form { display: grid; grid-template-columns: repeat(auto-fill, minmax(13.5rem, 1fr)); gap: .6rem }
  button { font: inherit; text-align: left; display: grid; grid-template-columns: auto 1fr; column-gap: .75rem;
    align-items: center; padding: .7rem .8rem; border: 1px solid var(--line); border-radius: .6rem;
    background: none; color: inherit; cursor: pointer }
  button:hover, button:focus-visible, button.hinted { border-color: var(--accent); outline: 1px solid var(--accent) }
  i { grid-row: span 2; width: 2.4rem; height: 2.4rem; border-radius: 50%; display: grid; place-items: center;
    background: var(--accent); color: #fff; font-style: normal; font-size: .9rem }
  small { opacity: .7 }`;

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`;
}

function button(person: CompanyPerson, hint: string | undefined): string {
  const isHinted = hint !== undefined && [person.id, person.mail].includes(hint.toLowerCase());
  const initials = `${person.givenName.charAt(0)}${person.surname.charAt(0)}`;
  return `<button name="person" value="${person.id}"${isHinted ? ' class="hinted" autofocus' : ''}>
<i aria-hidden="true">${escaped(initials)}</i><span>${escaped(person.displayName)}</span>
<small>${escaped(person.jobTitle)}, ${escaped(person.city)}</small></button>`;
}

/** Who do you want to be? No password: everybody here is made up. */
export function signInPage({ clientName, hint }: { clientName: string; hint: string | undefined }): string {
  const people = companyPeople.map((person) => button(person, hint)).join('\n');
  return page(
    'Sign in to Assent',
    `<h1>Who are you?</h1><p>${escaped(clientName)} will act in this person’s name. Local use only: there is no password.</p>
<form method="post">${people}</form>`,
  );
}

/** Why signing in did not work, for a person's eyes. */
export function problemPage(sentence: string): string {
  return page('Sign-in did not work', `<h1>That did not work</h1><p>${escaped(sentence)}</p>`);
}
