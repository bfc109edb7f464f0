import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Files in PEM, in a folder that whoever asked for them removes. */
export interface Certificate {
  readonly folder: string;
  readonly key: string;
  readonly cert: string;
}

/**
 * A certificate that nobody believes but whom it is given to, for a name and 127.0.0.1. Undefined without openssl, which
 * is an error in CI.
 */
export function makeCertificate(name: string): Certificate | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'assent-tls-'));
  const key = path.join(folder, 'key.pem');
  const cert = path.join(folder, 'cert.pem');
  const names = `subjectAltName=DNS:${name},IP:127.0.0.1`;
  const request = `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=${name} -addext ${names} -keyout ${key} -out ${cert}`;
  try {
    execFileSync('openssl', request.split(' '), { stdio: 'ignore' });
    return { folder, key, cert };
  } catch (cause) {
    rmSync(folder, { recursive: true });
    if (process.env['CI'] === 'true') throw new Error('openssl is needed in CI.', { cause });
    return undefined;
  }
}
