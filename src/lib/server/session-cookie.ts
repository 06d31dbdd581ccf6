import { longestMinutes } from './session.ts';

/** Name and options of the session cookie: bound to the host over https, plain on this machine. */
export function sessionCookie(url: URL) {
  const secure = url.protocol === 'https:';
  return {
    name: secure ? '__Host-session' : 'session',
    options: { path: '/', httpOnly: true, secure, sameSite: 'lax', maxAge: longestMinutes * 60 }
  } as const;
}
