import { companyPeople } from '../../../infra/graph-emulator/company.ts';
import { someone } from '../../support/meeting-world.ts';

const people = companyPeople.map(({ givenName }) => someone(givenName.toLowerCase()));

/** The people of the local company, the first of whom invites the others. */
export const [organizer = someone('alice'), ...others] = people.filter(
  (person, index) => people.findIndex(({ id }) => id === person.id) === index,
);
