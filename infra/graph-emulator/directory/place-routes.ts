import { collectionPage } from '../protocol/collection-page.ts';
import { stableGuid } from '../access/tenant.ts';
import { ok, type GraphAnswer, type GraphCall } from '../protocol/graph-call.ts';
import type { Json } from '../protocol/json.ts';
import { placesRead } from '../access/permission-names.ts';
import { readQueryOptions } from '../protocol/query-options.ts';
import type { GraphRoute } from '../route.ts';
import type { EmulatorState } from '../emulator-state.ts';

const options = ['$select', '$top', '$skip', '$filter', '$orderby', '$count'] as const;

function listRooms(world: EmulatorState, call: GraphCall): GraphAnswer {
  const rooms = world.directory.rooms().map(({ profile }) => profile);
  return ok(
    collectionPage(call, 'places/microsoft.graph.room', rooms, readQueryOptions(call.query, options), 100),
  );
}

/** One list of rooms for each building. */
function listRoomLists(world: EmulatorState, call: GraphCall): GraphAnswer {
  const lists = new Map<string, Json>();
  for (const { profile, mail } of world.directory.rooms()) {
    const building = String(profile['building']);
    if (lists.has(building)) continue;
    const name = building.toLowerCase().replaceAll(' ', '-');
    const id = stableGuid(`room-list/${name}`);
    const emailAddress = `rooms.${name}${mail.slice(mail.indexOf('@'))}`;
    lists.set(building, {
      id,
      placeId: id,
      displayName: building,
      address: profile['address'],
      geoCoordinates: null,
      phone: null,
      emailAddress,
    });
  }
  const query = readQueryOptions(call.query, options);
  return ok(collectionPage(call, 'places/microsoft.graph.roomList', [...lists.values()], query, 100));
}

export const placeRoutes: readonly GraphRoute[] = [
  { method: 'GET', path: '/places/microsoft.graph.room', needs: placesRead, handle: listRooms },
  { method: 'GET', path: '/places/microsoft.graph.roomList', needs: placesRead, handle: listRoomLists },
];
