import type { User } from '#lib/domain/access.ts';
import type { Language } from '#lib/domain/language.ts';
import type { App as RegionspeilApp } from '#lib/server/app.ts';

declare global {
  namespace App {
    interface Locals {
      app: RegionspeilApp;
      user: User;
      language: Language;
      refusedWith?: number;
    }
    interface Error {
      code: string;
      reference?: string;
    }
  }
}
