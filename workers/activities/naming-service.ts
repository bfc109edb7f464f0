import type { ServiceName } from '../../workflows/domain/meeting/service-problem.ts';
import { ServiceError } from '../../workflows/ports/service-error.ts';

/** The port as it is, but its errors name the service that people know, whichever provider is behind it. */
export function namingService<Port extends object>(service: ServiceName, port: Port): Port {
  return new Proxy(port, {
    get(target, key, receiver) {
      const member: unknown = Reflect.get(target, key, receiver);
      if (typeof member !== 'function') return member;
      return async (...input: readonly unknown[]): Promise<unknown> => {
        try {
          return await (Reflect.apply(member, target, input) as Promise<unknown>);
        } catch (error) {
          if (!(error instanceof ServiceError) || error.service === service) throw error;
          const { reason, message, retryAfterMs } = error;
          throw new ServiceError({ reason, service, message, retryAfterMs, cause: error });
        }
      };
    },
  });
}
