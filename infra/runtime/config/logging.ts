import { section } from './section.ts';
import { oneOf, yesOrNo } from './shapes.ts';
import { withDefault } from './variable.ts';

/** How much the processes say. */
export const logging = section('Logging', {
  level: withDefault(
    'LOG_LEVEL',
    'the least serious level that is logged',
    'info',
    oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  ),
  personalData: withDefault(
    'LOG_PERSONAL_DATA',
    'whether names, addresses and texts may appear in the log (never secrets)',
    'false',
    yesOrNo,
  ),
});
