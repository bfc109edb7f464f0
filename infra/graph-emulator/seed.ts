import {
  companyDomain,
  companyGroups,
  companyPeople,
  companyRooms,
  mailboxOfPerson,
  mailboxOfRoom,
} from './company.ts';
import { stableGuid } from './access/tenant.ts';
import { fillCalendars } from './company-calendar.ts';
import { createBucket, createPlan } from './planner/planner-plans.ts';
import type { EmulatorState } from './emulator-state.ts';

/** The one plan of the local company. */
export const companyPlanId = 'AssentPlan0000000000000000AA';
const applicationId = stableGuid('application/seed');

function fillDirectory(world: EmulatorState): void {
  for (const person of companyPeople) world.directory.add(mailboxOfPerson(person));
  for (const room of companyRooms) world.directory.add(mailboxOfRoom(room));
  for (const { id, displayName, mailNickname, members } of companyGroups) {
    world.directory.addGroup({
      id,
      members,
      profile: {
        id,
        displayName,
        mailNickname,
        mail: `${mailNickname}@${companyDomain}`,
        proxyAddresses: [`SMTP:${mailNickname}@${companyDomain}`],
        groupTypes: ['Unified'],
        mailEnabled: true,
        securityEnabled: false,
      },
    });
  }
}

function fillPlanner(world: EmulatorState): void {
  const owner = companyGroups[0]?.id ?? '';
  const createdBy = { user: { id: companyPeople[0]?.id ?? '' }, application: { id: applicationId } };
  createPlan(world, owner, 'Meetings', createdBy, companyPlanId);
  for (const [position, name] of ['Proposed', 'Confirmed', 'Done'].entries()) {
    createBucket(
      world,
      companyPlanId,
      name,
      `AssentBucket00000000000000${String(position).padStart(2, '0')}`,
    );
  }
}

/** Fills an empty world with the local company, in one transaction; the calendars only where they are wanted. */
export function seedCompany(world: EmulatorState, withCalendars: boolean): void {
  world.database.transaction(() => {
    fillDirectory(world);
    fillPlanner(world);
    if (withCalendars) fillCalendars(world);
  });
}
