import { z } from 'zod';

const account = z.looseObject({
  id: z.string().min(1).max(500),
  name: z.string().max(500).nullish(),
  aadObjectId: z.string().max(100).nullish(),
});

/**
 * What we read of an activity that Teams posts (Bot Framework: "Activity schema"); the rest is kept and not looked
 * at. Anything else is answered with 400.
 */
export const activityShape = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().max(500).nullish(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(500),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id: z.string().min(1).max(500),
    conversationType: z.string().max(50).nullish(),
    tenantId: z.string().max(100).nullish(),
    name: z.string().max(500).nullish(),
  }),
  name: z.string().max(200).nullish(),
  action: z.string().max(50).nullish(),
  text: z.string().max(20_000).nullish(),
  locale: z.string().max(50).nullish(),
  replyToId: z.string().max(500).nullish(),
  entities: z
    .array(z.looseObject({ type: z.string().optional() }))
    .max(500)
    .nullish(),
  value: z.unknown().optional(),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string().optional() }).nullish() }).nullish(),
});

export type IncomingActivity = z.infer<typeof activityShape>;

const mentionShape = z.object({
  type: z.literal('mention'),
  text: z.string(),
  mentioned: z.object({
    id: z.string(),
    name: z.string().nullish(),
    aadObjectId: z.string().nullish(),
  }),
});

export type IncomingMention = z.infer<typeof mentionShape>;

/** The mentions that are well formed. */
export function mentionsOf(activity: Pick<IncomingActivity, 'entities'>): readonly IncomingMention[] {
  return (activity.entities ?? []).flatMap((entity) => {
    const mention = mentionShape.safeParse(entity);
    return mention.success ? [mention.data] : [];
  });
}

/** The tenant that an activity comes from, as Teams reports it. */
export function tenantOf(activity: IncomingActivity): string | undefined {
  return activity.conversation.tenantId ?? activity.channelData?.tenant?.id ?? undefined;
}
