import { join } from 'node:path';

/** `appPackage/`: the manifest with its places to fill in, and the icons. */
export const appFolder = join(import.meta.dirname, '../../../appPackage');
