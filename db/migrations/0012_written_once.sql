-- What the rules call written once, or changed in one way only, is held by SQLite itself (domain/RULES.md).
CREATE TRIGGER updates_silence_insert BEFORE INSERT ON document_updates
WHEN EXISTS (SELECT 1 FROM documents WHERE id = NEW.documentId AND state = 'silence')
BEGIN
  SELECT RAISE(ABORT, 'mufakat:SP15 a text under silence stays as it is');
END;
--> statement-breakpoint
CREATE TRIGGER documents_silence_update BEFORE UPDATE OF bodyId, symbol, kind, title, language, houseStyle, leadCountry, meetingId, agendaItemId, predecessorId ON documents
WHEN OLD.state = 'silence'
  AND (NEW.bodyId IS NOT OLD.bodyId OR NEW.symbol IS NOT OLD.symbol OR NEW.kind IS NOT OLD.kind OR NEW.title IS NOT OLD.title
    OR NEW.language IS NOT OLD.language OR NEW.houseStyle IS NOT OLD.houseStyle OR NEW.leadCountry IS NOT OLD.leadCountry
    OR NEW.meetingId IS NOT OLD.meetingId OR NEW.agendaItemId IS NOT OLD.agendaItemId OR NEW.predecessorId IS NOT OLD.predecessorId)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:SP15 a text under silence stays as it is');
END;
--> statement-breakpoint
CREATE TRIGGER silence_runs_only_ended BEFORE UPDATE ON silence_runs
WHEN NEW.id IS NOT OLD.id OR NEW.documentId IS NOT OLD.documentId OR NEW.versionId IS NOT OLD.versionId OR NEW.hash IS NOT OLD.hash
  OR NEW.verb IS NOT OLD.verb OR NEW.wording IS NOT OLD.wording OR NEW.meetingId IS NOT OLD.meetingId
  OR NEW.agendaItemId IS NOT OLD.agendaItemId OR NEW.startedBy IS NOT OLD.startedBy OR NEW.startedAt IS NOT OLD.startedAt
  OR NEW.expiresAt < OLD.expiresAt
  OR (OLD.announcedAt IS NOT NULL AND NEW.announcedAt IS NOT OLD.announcedAt)
  OR (OLD.state <> 'running' AND (NEW.state IS NOT OLD.state OR NEW.expiresAt IS NOT OLD.expiresAt OR NEW.zone IS NOT OLD.zone OR NEW.endedAt IS NOT OLD.endedAt))
BEGIN
  SELECT RAISE(ABORT, 'mufakat:SP10 a silence procedure ends once, and is only ever made longer');
END;
--> statement-breakpoint
CREATE TRIGGER silence_runs_no_delete BEFORE DELETE ON silence_runs
BEGIN
  SELECT RAISE(ABORT, 'mufakat:SP1 what happened in a silence procedure never changes');
END;
--> statement-breakpoint
CREATE TRIGGER silence_runs_never_replaced BEFORE INSERT ON silence_runs
WHEN EXISTS (SELECT 1 FROM silence_runs WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:SP1 what happened in a silence procedure never changes');
END;
--> statement-breakpoint
CREATE TRIGGER silence_receipts_no_update BEFORE UPDATE ON silence_receipts
BEGIN
  SELECT RAISE(ABORT, 'mufakat:SP19 that a notice reached somebody never changes');
END;
--> statement-breakpoint
CREATE TRIGGER silence_receipts_no_delete BEFORE DELETE ON silence_receipts
BEGIN
  SELECT RAISE(ABORT, 'mufakat:SP19 that a notice reached somebody never changes');
END;
--> statement-breakpoint
CREATE TRIGGER adoption_findings_only_settled BEFORE UPDATE ON adoption_findings
WHEN OLD.confirmedAt IS NOT NULL OR OLD.withdrawnAt IS NOT NULL
  OR NEW.id IS NOT OLD.id OR NEW.documentId IS NOT OLD.documentId OR NEW.position IS NOT OLD.position OR NEW.hash IS NOT OLD.hash
  OR NEW.verb IS NOT OLD.verb OR NEW.wording IS NOT OLD.wording OR NEW.meetingId IS NOT OLD.meetingId
  OR NEW.agendaItemId IS NOT OLD.agendaItemId OR NEW.stateSeq IS NOT OLD.stateSeq OR NEW.foundBy IS NOT OLD.foundBy OR NEW.at IS NOT OLD.at
  OR NEW.confirmedBy = OLD.foundBy
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PR32 a finding is confirmed or replaced, once');
END;
--> statement-breakpoint
CREATE TRIGGER adoption_findings_no_delete BEFORE DELETE ON adoption_findings
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PR32 a finding is confirmed or replaced, once');
END;
--> statement-breakpoint
CREATE TRIGGER adoption_findings_never_replaced BEFORE INSERT ON adoption_findings
WHEN EXISTS (SELECT 1 FROM adoption_findings WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PR32 a finding is confirmed or replaced, once');
END;
--> statement-breakpoint
CREATE TRIGGER record_statements_only_withdrawn BEFORE UPDATE ON record_statements
WHEN OLD.withdrawnAt IS NOT NULL OR NEW.withdrawnAt IS NULL
  OR NEW.id IS NOT OLD.id OR NEW.documentId IS NOT OLD.documentId OR NEW.decisionId IS NOT OLD.decisionId
  OR NEW.country IS NOT OLD.country OR NEW.kind IS NOT OLD.kind OR NEW.language IS NOT OLD.language OR NEW.text IS NOT OLD.text
  OR NEW."by" IS NOT OLD."by" OR NEW.at IS NOT OLD.at
BEGIN
  SELECT RAISE(ABORT, 'mufakat:DE34 a statement is withdrawn, never changed');
END;
--> statement-breakpoint
CREATE TRIGGER record_statements_no_delete BEFORE DELETE ON record_statements
BEGIN
  SELECT RAISE(ABORT, 'mufakat:DE34 a statement is withdrawn, never changed');
END;
--> statement-breakpoint
CREATE TRIGGER record_statements_never_replaced BEFORE INSERT ON record_statements
WHEN EXISTS (SELECT 1 FROM record_statements WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:DE34 a statement is withdrawn, never changed');
END;
--> statement-breakpoint
CREATE TRIGGER corrigenda_only_settled BEFORE UPDATE ON corrigenda
WHEN OLD.state <> 'proposed' OR NEW.state = 'proposed'
  OR NEW.id IS NOT OLD.id OR NEW.documentId IS NOT OLD.documentId OR NEW.number IS NOT OLD.number OR NEW.clauseId IS NOT OLD.clauseId
  OR NEW.before IS NOT OLD.before OR NEW.after IS NOT OLD.after OR NEW.text IS NOT OLD.text OR NEW.hash IS NOT OLD.hash
  OR NEW.reason IS NOT OLD.reason OR NEW.noObjectionUntil IS NOT OLD.noObjectionUntil
  OR NEW.proposedBy IS NOT OLD.proposedBy OR NEW.at IS NOT OLD.at
BEGIN
  SELECT RAISE(ABORT, 'mufakat:DE30 a corrigendum is settled once, and its words never change');
END;
--> statement-breakpoint
CREATE TRIGGER corrigenda_no_delete BEFORE DELETE ON corrigenda
BEGIN
  SELECT RAISE(ABORT, 'mufakat:DE30 a corrigendum is settled once, and its words never change');
END;
--> statement-breakpoint
CREATE TRIGGER corrigenda_never_replaced BEFORE INSERT ON corrigenda
WHEN EXISTS (SELECT 1 FROM corrigenda WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:DE30 a corrigendum is settled once, and its words never change');
END;
--> statement-breakpoint
CREATE TRIGGER proposal_backings_only_withdrawn BEFORE UPDATE ON proposal_backings
WHEN OLD.withdrawnAt IS NOT NULL OR NEW.withdrawnAt IS NULL
  OR NEW.id IS NOT OLD.id OR NEW.proposalId IS NOT OLD.proposalId OR NEW.country IS NOT OLD.country OR NEW.kind IS NOT OLD.kind
  OR NEW."by" IS NOT OLD."by" OR NEW.at IS NOT OLD.at
BEGIN
  SELECT RAISE(ABORT, 'mufakat:NP12 that a delegation stood behind a proposal stays on record');
END;
--> statement-breakpoint
CREATE TRIGGER proposal_backings_no_delete BEFORE DELETE ON proposal_backings
BEGIN
  SELECT RAISE(ABORT, 'mufakat:NP12 that a delegation stood behind a proposal stays on record');
END;
--> statement-breakpoint
CREATE TRIGGER proposal_backings_never_replaced BEFORE INSERT ON proposal_backings
WHEN EXISTS (SELECT 1 FROM proposal_backings WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:NP12 that a delegation stood behind a proposal stays on record');
END;
--> statement-breakpoint
CREATE TRIGGER class_challenges_only_settled BEFORE UPDATE ON class_challenges
WHEN OLD.settledAt IS NOT NULL OR NEW.settledAt IS NULL OR NEW.settledBy IS NULL OR NEW.settledClass IS NULL
  OR NEW.id IS NOT OLD.id OR NEW.proposalId IS NOT OLD.proposalId OR NEW.country IS NOT OLD.country OR NEW.reason IS NOT OLD.reason
  OR NEW."by" IS NOT OLD."by" OR NEW.at IS NOT OLD.at
BEGIN
  SELECT RAISE(ABORT, 'mufakat:NP15 a challenge is settled once');
END;
--> statement-breakpoint
CREATE TRIGGER class_challenges_no_delete BEFORE DELETE ON class_challenges
BEGIN
  SELECT RAISE(ABORT, 'mufakat:NP15 a challenge is settled once');
END;
--> statement-breakpoint
CREATE TRIGGER class_challenges_never_replaced BEFORE INSERT ON class_challenges
WHEN EXISTS (SELECT 1 FROM class_challenges WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:NP15 a challenge is settled once');
END;
--> statement-breakpoint
CREATE TRIGGER editorial_changes_only_challenged BEFORE UPDATE ON editorial_changes
WHEN OLD.challengedAt IS NOT NULL OR NEW.challengedAt IS NULL OR NEW.challengedCountry IS NULL
  OR NEW.id IS NOT OLD.id OR NEW.documentId IS NOT OLD.documentId OR NEW.clauseId IS NOT OLD.clauseId
  OR NEW.fromHash IS NOT OLD.fromHash OR NEW.toHash IS NOT OLD.toHash OR NEW.fromTextHash IS NOT OLD.fromTextHash
  OR NEW.toTextHash IS NOT OLD.toTextHash OR NEW.proposalId IS NOT OLD.proposalId OR NEW.at IS NOT OLD.at
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PS9 an editorial change is challenged once');
END;
--> statement-breakpoint
CREATE TRIGGER editorial_changes_no_delete BEFORE DELETE ON editorial_changes
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PS9 an editorial change is challenged once');
END;
--> statement-breakpoint
CREATE TRIGGER editorial_changes_never_replaced BEFORE INSERT ON editorial_changes
WHEN EXISTS (SELECT 1 FROM editorial_changes WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PS9 an editorial change is challenged once');
END;
--> statement-breakpoint
CREATE TRIGGER negotiation_readings_only_closed BEFORE UPDATE ON negotiation_readings
WHEN OLD.closedAt IS NOT NULL OR NEW.closedAt IS NULL
  OR NEW.documentId IS NOT OLD.documentId OR NEW.number IS NOT OLD.number OR NEW.openedBy IS NOT OLD.openedBy OR NEW.openedAt IS NOT OLD.openedAt
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PS26 a reading is opened and closed once');
END;
--> statement-breakpoint
CREATE TRIGGER negotiation_readings_no_delete BEFORE DELETE ON negotiation_readings
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PS26 a reading is opened and closed once');
END;
--> statement-breakpoint
CREATE TRIGGER negotiation_readings_never_replaced BEFORE INSERT ON negotiation_readings
WHEN EXISTS (SELECT 1 FROM negotiation_readings WHERE documentId = NEW.documentId AND number = NEW.number)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PS26 a reading is opened and closed once');
END;
--> statement-breakpoint
CREATE TRIGGER comment_threads_keep_their_words BEFORE UPDATE ON comment_threads
WHEN NEW.id IS NOT OLD.id OR NEW.documentId IS NOT OLD.documentId OR NEW.clauseId IS NOT OLD.clauseId
  OR NEW.fromOffset IS NOT OLD.fromOffset OR NEW.toOffset IS NOT OLD.toOffset OR NEW.clauseText IS NOT OLD.clauseText
  OR NEW.quote IS NOT OLD.quote OR NEW.openedBy IS NOT OLD.openedBy OR NEW.at IS NOT OLD.at
BEGIN
  SELECT RAISE(ABORT, 'mufakat:CO2 a thread keeps the words it was opened on');
END;
--> statement-breakpoint
CREATE TRIGGER comment_threads_only_wider BEFORE UPDATE OF ring ON comment_threads
WHEN (OLD.ring = 'tabled' AND NEW.ring <> 'tabled') OR (OLD.ring = 'delegation' AND NEW.ring = 'mine')
BEGIN
  SELECT RAISE(ABORT, 'mufakat:CO8 a thread only ever gets wider');
END;
--> statement-breakpoint
CREATE TRIGGER comment_threads_no_delete BEFORE DELETE ON comment_threads
BEGIN
  SELECT RAISE(ABORT, 'mufakat:CO2 a thread keeps the words it was opened on');
END;
--> statement-breakpoint
CREATE TRIGGER comments_only_taken_back BEFORE UPDATE ON comments
WHEN OLD.takenBackAt IS NOT NULL OR NEW.takenBackAt IS NULL OR NEW.words <> ''
  OR NEW.id IS NOT OLD.id OR NEW.threadId IS NOT OLD.threadId OR NEW."by" IS NOT OLD."by" OR NEW.country IS NOT OLD.country OR NEW.at IS NOT OLD.at
BEGIN
  SELECT RAISE(ABORT, 'mufakat:CO12 a comment is taken back, never changed');
END;
--> statement-breakpoint
CREATE TRIGGER comments_no_delete BEFORE DELETE ON comments
BEGIN
  SELECT RAISE(ABORT, 'mufakat:CO12 a comment is taken back, never changed');
END;
--> statement-breakpoint
CREATE TRIGGER comments_never_replaced BEFORE INSERT ON comments
WHEN EXISTS (SELECT 1 FROM comments WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:CO12 a comment is taken back, never changed');
END;
--> statement-breakpoint
CREATE TRIGGER comment_threads_never_replaced BEFORE INSERT ON comment_threads
WHEN EXISTS (SELECT 1 FROM comment_threads WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:CO2 a thread keeps the words it was opened on');
END;
