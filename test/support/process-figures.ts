import { readFile } from 'node:fs/promises';

async function read(pid: number | undefined, file: string): Promise<string> {
  return readFile(`/proc/${pid ?? 0}/${file}`, 'utf8').catch(() => '');
}

/** Resident memory of a process in MB; not a number where the system has no `/proc`. */
export async function residentMb(pid: number | undefined): Promise<number> {
  return Number(/VmRSS:\s+(\d+) kB/.exec(await read(pid, 'status'))?.[1] ?? Number.NaN) / 1024;
}

/** CPU time that a process has used, in ms, in steps of 10 (proc_pid_stat(5)); not a number where there is no `/proc`. */
export async function usedCpuMs(pid: number | undefined): Promise<number> {
  const fields = (await read(pid, 'stat')).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
