import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { recordReportRead } from '#lib/server/audit-log.ts';
import type { Tx } from '#lib/server/db.ts';
import { listOrigins, type StoredOrigin } from '#lib/server/registration.ts';
import { isConfirmed, listConfirmations, type Confirmation } from '#lib/server/report-confirmation.ts';
import { listVersions, type Report } from '#lib/server/report.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { answerLines, changedLines } from '#lib/ui/answer/answer-text.ts';
import { coverageChange, coverageLines, type Naming } from '#lib/ui/answer/coverage-text.ts';
import { reasonLines } from '#lib/ui/answer/reason-text.ts';
import { sourcedLines } from '#lib/ui/answer/source-text.ts';
import { carriedTexts, confirmationText } from '#lib/ui/answer/version-text.ts';

type Sent = { versions: Report[]; origins: Map<number, StoredOrigin>; confirmations: Confirmation[] };

/** Every version of one answer, where it came from and who has confirmed it; the audit tells that it was read. */
export async function readVersions(
  tx: Tx,
  { roundId, municipalityNo, at }: { roundId: string; municipalityNo: string; at: Date }
): Promise<Sent> {
  const versions = await listVersions(tx, roundId, municipalityNo);
  const [latest] = versions;
  if (latest) await recordReportRead(tx, { roundId, municipalityNo, version: latest.version }, at);
  return {
    versions,
    origins: await listOrigins(tx, roundId, municipalityNo),
    confirmations: await listConfirmations(tx, { roundId, municipalityNo })
  };
}

/** The versions as the adviser sees them, the newest first, each with what changed since the one before. */
export function versionViews(questionnaire: Questionnaire, { versions, origins, confirmations }: Sent, naming: Naming) {
  const { language } = naming;
  return versions.map((report, index) => {
    const before = versions[index + 1];
    const { version, submittedAt, submittedBy, channel, hash, reasons, answers, changeReason, coverage } = report;
    const confirmation = confirmations.find((one) => one.version === version);
    return {
      ...{ version, submittedAt, submittedBy, channel, hash, changeReason },
      isConfirmed: isConfirmed(report, confirmation?.version),
      origin: originText(origins.get(version), naming),
      confirmation: confirmationText(report, confirmation, language),
      carried: carriedTexts(questionnaire, report, language),
      lines: [
        ...coverageLines(questionnaire, coverage, naming),
        ...sourcedLines(answerLines(questionnaire, answers, language), report.sources, language)
      ],
      changes: before
        ? [
            ...coverageChange(before.coverage, coverage, naming),
            ...changedLines(questionnaire, before.answers, answers, language)
          ]
        : null,
      reasons: reasonLines(questionnaire, { answers, reasons, coverage }, naming)
    };
  });
}

/** Who registered a version and on whose word; null when the municipality sent it in itself. */
function originText(origin: StoredOrigin | undefined, { language }: Naming): string | null {
  if (!origin) return null;
  const text = messagesIn(language).registration;
  const by = origin.registeredBy ?? text.someone;
  if (origin.givenRole === null || origin.givenOn === null) return text.imported(by);
  return text.registered(by, origin.givenRole, formatDate(origin.givenOn, language));
}
