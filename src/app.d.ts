import type { User } from '#lib/domain/access.ts';
import type { Language } from '#lib/domain/language.ts';
import type { App as RegionspeilApp } from '#lib/server/app.ts';
import type { Session } from '#lib/server/session.ts';
import type { Problem } from '#lib/server/problem.ts';
import type { Resend } from '#lib/server/signed-in.ts';

declare global {
  namespace App {
    interface Locals {
      app: RegionspeilApp;
      user: User;
      /** The session behind a user who has signed in. */
      session: Session | null;
      language: Language;
      refused?: Problem;
    }
    interface PageState {
      /** The address of a view of the workbench that the browser itself answered. */
      analysis?: string;
    }
    interface Error {
      code: string;
      reference?: string;
      /** Seconds. */
      retryAfter?: number;
      resend?: Resend;
    }
  }
}
