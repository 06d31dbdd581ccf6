import type { ReleaseContent } from '#lib/domain/release-content.ts';
import type { Round } from '#lib/domain/round.ts';
import type { App } from './app.ts';
import type { Actor } from './db.ts';
import { LongRuns } from './long-run.ts';
import { Problem } from './problem.ts';
import type { MadeFile } from './release-part.ts';
import { approveRelease } from './release-step.ts';
import { findRelease, requireTurn, type Release } from './release.ts';
import type { ThreadRun } from './thread.ts';

/** How many formats, in all languages, are made. */
export type FilesProgress = { made: number; all: number };
type Making = { content: ReleaseContent; at: Date; tell: (progress: FilesProgress) => void };
/** Makes every file of a release; what they look like is decided with the screens. */
export type MakeFiles = (
  desk: Pick<App, 'origin' | 'questionnaires'>,
  making: Making
) => ThreadRun<readonly MadeFile[]>;

type Desk = Pick<App, 'db' | 'origin' | 'reference' | 'questionnaires' | 'writeSentence' | 'makeFiles'>;
type Asked = { round: Round; release: Release; at: Date };

/** The approvals that are under way in this process: files are made first, and then all is frozen at once or nothing is. */
export class ReleaseFreezer {
  private readonly runs = new LongRuns<FilesProgress>();

  /** How far the files of a release have come; null when none are made here now. */
  progress(releaseId: string): FilesProgress | null {
    return this.runs.progress(releaseId);
  }

  /** The code of why the last approval came to nothing, or null. */
  failure(releaseId: string): string | null {
    return this.runs.failure(releaseId);
  }

  /** Stops what is under way, when the server closes: the releases stay in review. */
  async close(): Promise<void> {
    await this.runs.close();
  }

  /**
   * Makes the files of a release in review, and then approves it as the person who asked, unless it is under way. What was
   * returned or changed meanwhile is not approved. The promise is of the end of it.
   */
  async start(desk: Desk, actor: Actor, { round, release, at }: Asked): Promise<void> {
    requireTurn(release, 'approve');
    const { content } = release;
    if (!content) throw Problem.conflict('release-state');
    return this.runs.start(release.id, { made: 0, all: 0 }, async (tell) => {
      const making = desk.makeFiles(desk, { content, at, tell: tell.progress });
      tell.stoppable(making.stop);
      const files = await making.result;
      await desk.db.transaction(actor, async (tx) => {
        const now = await findRelease(tx, round.id, release.id);
        if (!now || now.contentHash !== release.contentHash) throw Problem.conflict('release-state');
        await approveRelease({ tx, desk, round, release: now, at }, files);
      });
    });
  }
}
