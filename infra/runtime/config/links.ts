import { z } from 'zod';
import { section } from './section.ts';
import { address } from './shapes.ts';
import { required, secret, withDefault } from './variable.ts';

const long = z.string().min(32, 'it must have at least 32 characters');

/** The links by which guests answer, and the address that people's browsers reach. */
export const links = section('Links', {
  publicUrl: withDefault(
    'PUBLIC_URL',
    'the address under which browsers reach the bot’s web pages',
    'http://127.0.0.1:3978',
    address,
  ),
  secret: secret(required('LINK_SECRET', 'the secret that signs the links in mails to guests', long)),
});
