CREATE TABLE `comment_mentions` (
	`commentId` text NOT NULL,
	`userId` text NOT NULL,
	PRIMARY KEY(`commentId`, `userId`),
	FOREIGN KEY (`commentId`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`userId`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `comment_threads` (
	`id` text PRIMARY KEY NOT NULL,
	`documentId` text NOT NULL,
	`clauseId` text NOT NULL,
	`fromOffset` integer NOT NULL,
	`toOffset` integer NOT NULL,
	`clauseText` text NOT NULL,
	`quote` text NOT NULL,
	`ring` text NOT NULL,
	`country` text,
	`openedBy` text NOT NULL,
	`at` text NOT NULL,
	`resolvedAt` text,
	`resolvedBy` text,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`openedBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolvedBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comment_threads_of_document` ON `comment_threads` (`documentId`);--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`threadId` text NOT NULL,
	`words` text NOT NULL,
	`by` text NOT NULL,
	`country` text,
	`at` text NOT NULL,
	`takenBackAt` text,
	FOREIGN KEY (`threadId`) REFERENCES `comment_threads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comments_of_thread` ON `comments` (`threadId`);--> statement-breakpoint
CREATE TABLE `adoption_findings` (
	`id` text PRIMARY KEY NOT NULL,
	`documentId` text NOT NULL,
	`position` integer NOT NULL,
	`hash` text NOT NULL,
	`verb` text NOT NULL,
	`wording` text NOT NULL,
	`meetingId` text NOT NULL,
	`agendaItemId` text NOT NULL,
	`stateSeq` integer NOT NULL,
	`foundBy` text NOT NULL,
	`at` text NOT NULL,
	`confirmedBy` text,
	`confirmedAt` text,
	`withdrawnAt` text,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`foundBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmedBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `adoption_findings_of_document` ON `adoption_findings` (`documentId`);--> statement-breakpoint
CREATE TABLE `bracket_acts` (
	`id` text PRIMARY KEY NOT NULL,
	`documentId` text NOT NULL,
	`bracketId` text NOT NULL,
	`act` text NOT NULL,
	`alternative` integer,
	`country` text,
	`reason` text DEFAULT '' NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bracket_acts_on_bracket` ON `bracket_acts` (`documentId`,`bracketId`);--> statement-breakpoint
CREATE TABLE `class_challenges` (
	`id` text PRIMARY KEY NOT NULL,
	`proposalId` text NOT NULL,
	`country` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`settledAt` text,
	`settledBy` text,
	`settledClass` text,
	FOREIGN KEY (`proposalId`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settledBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `challenges_of_proposal` ON `class_challenges` (`proposalId`);--> statement-breakpoint
CREATE TABLE `clause_acts` (
	`id` text PRIMARY KEY NOT NULL,
	`documentId` text NOT NULL,
	`clauseId` text NOT NULL,
	`act` text NOT NULL,
	`hash` text NOT NULL,
	`reading` integer,
	`reason` text DEFAULT '' NOT NULL,
	`data` text DEFAULT '{}' NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `clause_acts_on_clause` ON `clause_acts` (`documentId`,`clauseId`);--> statement-breakpoint
CREATE TABLE `disposition_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`actId` text NOT NULL,
	`documentId` text NOT NULL,
	`country` text NOT NULL,
	`answer` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answers_of_act` ON `disposition_answers` (`actId`);--> statement-breakpoint
CREATE TABLE `dispositions` (
	`id` text PRIMARY KEY NOT NULL,
	`documentId` text NOT NULL,
	`proposalId` text NOT NULL,
	`kind` text NOT NULL,
	`actId` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`text` text,
	`isSuggestion` integer NOT NULL,
	`positionBefore` integer,
	`positionAfter` integer,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposalId`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dispositions_of_proposal` ON `dispositions` (`proposalId`);--> statement-breakpoint
CREATE INDEX `dispositions_of_document` ON `dispositions` (`documentId`);--> statement-breakpoint
CREATE TABLE `editorial_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`documentId` text NOT NULL,
	`clauseId` text NOT NULL,
	`fromHash` text NOT NULL,
	`toHash` text NOT NULL,
	`fromTextHash` text NOT NULL,
	`toTextHash` text NOT NULL,
	`proposalId` text,
	`at` text NOT NULL,
	`challengedAt` text,
	`challengedCountry` text,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `editorial_changes_of_clause` ON `editorial_changes` (`documentId`,`clauseId`);--> statement-breakpoint
CREATE TABLE `negotiation_readings` (
	`documentId` text NOT NULL,
	`number` integer NOT NULL,
	`openedBy` text NOT NULL,
	`openedAt` text NOT NULL,
	`closedAt` text,
	PRIMARY KEY(`documentId`, `number`),
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`openedBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `positions` (
	`id` text PRIMARY KEY NOT NULL,
	`documentId` text NOT NULL,
	`clauseId` text,
	`country` text NOT NULL,
	`stance` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`hash` text NOT NULL,
	`ring` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `positions_on_clause` ON `positions` (`documentId`,`clauseId`,`country`);--> statement-breakpoint
CREATE TABLE `proposal_backings` (
	`id` text PRIMARY KEY NOT NULL,
	`proposalId` text NOT NULL,
	`country` text NOT NULL,
	`kind` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`withdrawnAt` text,
	FOREIGN KEY (`proposalId`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `backings_of_proposal` ON `proposal_backings` (`proposalId`);--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`documentId` text NOT NULL,
	`country` text NOT NULL,
	`kind` text NOT NULL,
	`clauseId` text,
	`otherClauseId` text,
	`class` text NOT NULL,
	`rationale` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`number` integer,
	`basePosition` integer NOT NULL,
	`baseText` text NOT NULL,
	`baseHash` text NOT NULL,
	`text` text,
	`hash` text,
	`replacesId` text,
	`enteredBy` text NOT NULL,
	`onBehalf` integer DEFAULT false NOT NULL,
	`confirmedAt` text,
	`confirmedBy` text,
	`createdAt` text NOT NULL,
	`tabledAt` text,
	`tabledBy` text,
	`closedAt` text,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enteredBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmedBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tabledBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `proposals_of_clause` ON `proposals` (`documentId`,`clauseId`);--> statement-breakpoint
CREATE INDEX `proposals_of_delegation` ON `proposals` (`documentId`,`country`);--> statement-breakpoint
CREATE UNIQUE INDEX `proposals_by_number` ON `proposals` (`documentId`,`number`);--> statement-breakpoint
CREATE TABLE `notice_preferences` (
	`userId` text NOT NULL,
	`kind` text NOT NULL,
	`mail` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`userId`, `kind`),
	FOREIGN KEY (`userId`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`kind` text NOT NULL,
	`documentId` text,
	`data` text DEFAULT '{}' NOT NULL,
	`key` text NOT NULL,
	`at` text NOT NULL,
	`readAt` text,
	FOREIGN KEY (`userId`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notices_of_person` ON `notices` (`userId`,`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `notices_by_key` ON `notices` (`userId`,`key`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`kind` text NOT NULL,
	`data` text NOT NULL,
	`key` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`dueAt` text NOT NULL,
	`messageId` text NOT NULL,
	`sentAt` text,
	`lastError` text DEFAULT '' NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key_unique` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_by_due` ON `outbox` (`state`,`dueAt`);--> statement-breakpoint
CREATE TABLE `annulments` (
	`decisionId` text PRIMARY KEY NOT NULL,
	`documentId` text NOT NULL,
	`successorId` text,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`decisionId`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`successorId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `corrigenda` (
	`id` text PRIMARY KEY NOT NULL,
	`documentId` text NOT NULL,
	`number` integer NOT NULL,
	`clauseId` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`text` text NOT NULL,
	`hash` text NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`noObjectionUntil` text NOT NULL,
	`objectedBy` text,
	`objection` text DEFAULT '' NOT NULL,
	`proposedBy` text NOT NULL,
	`at` text NOT NULL,
	`issuedAt` text,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposedBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `corrigenda_of_document` ON `corrigenda` (`documentId`);--> statement-breakpoint
CREATE TABLE `record_statements` (
	`id` text PRIMARY KEY NOT NULL,
	`documentId` text NOT NULL,
	`decisionId` text NOT NULL,
	`country` text NOT NULL,
	`kind` text NOT NULL,
	`language` text NOT NULL,
	`text` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`withdrawnAt` text,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `statements_on_document` ON `record_statements` (`documentId`);--> statement-breakpoint
CREATE TABLE `tier_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`documentId` text NOT NULL,
	`versionId` text NOT NULL,
	`bodyId` text NOT NULL,
	`meetingId` text NOT NULL,
	`agendaItemId` text NOT NULL,
	`verb` text NOT NULL,
	`wording` text NOT NULL,
	`textHash` text NOT NULL,
	`roster` text NOT NULL,
	`forwardedFrom` text,
	`evidence` text NOT NULL,
	`decidedBy` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`versionId`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meetingId`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agendaItemId`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decidedBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tier_decisions_on_document` ON `tier_decisions` (`documentId`);--> statement-breakpoint
CREATE TABLE `silence_events` (
	`id` text PRIMARY KEY NOT NULL,
	`runId` text NOT NULL,
	`kind` text NOT NULL,
	`receipt` text NOT NULL,
	`country` text,
	`by` text,
	`at` text NOT NULL,
	`data` text DEFAULT '{}' NOT NULL,
	FOREIGN KEY (`runId`) REFERENCES `silence_runs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `silence_events_receipt_unique` ON `silence_events` (`receipt`);--> statement-breakpoint
CREATE INDEX `silence_events_of_run` ON `silence_events` (`runId`);--> statement-breakpoint
CREATE TABLE `silence_receipts` (
	`runId` text NOT NULL,
	`userId` text NOT NULL,
	`country` text,
	`at` text NOT NULL,
	PRIMARY KEY(`runId`, `userId`),
	FOREIGN KEY (`runId`) REFERENCES `silence_runs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`userId`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `silence_rules` (
	`bodyId` text PRIMARY KEY NOT NULL,
	`minimumHours` integer NOT NULL,
	`outageMinutes` integer NOT NULL,
	`namesBreaker` integer NOT NULL,
	`holidays` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `silence_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`documentId` text NOT NULL,
	`versionId` text NOT NULL,
	`hash` text NOT NULL,
	`state` text NOT NULL,
	`verb` text NOT NULL,
	`wording` text NOT NULL,
	`meetingId` text NOT NULL,
	`agendaItemId` text NOT NULL,
	`startedBy` text NOT NULL,
	`startedAt` text NOT NULL,
	`expiresAt` text NOT NULL,
	`zone` text NOT NULL,
	`endedAt` text,
	`announcedAt` text,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`versionId`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meetingId`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agendaItemId`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`startedBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `silence_runs_of_document` ON `silence_runs` (`documentId`);--> statement-breakpoint
CREATE INDEX `silence_runs_by_end` ON `silence_runs` (`state`,`expiresAt`);--> statement-breakpoint
CREATE TABLE `__new_client_bindings` (
	`documentId` text NOT NULL,
	`clientId` integer NOT NULL,
	`userId` text NOT NULL,
	`country` text,
	`at` text NOT NULL,
	PRIMARY KEY(`documentId`, `clientId`),
	FOREIGN KEY (`userId`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_client_bindings`("documentId", "clientId", "userId", "country", "at") SELECT "documentId", "clientId", "userId", "country", "at" FROM `client_bindings`;--> statement-breakpoint
DROP TABLE `client_bindings`;--> statement-breakpoint
ALTER TABLE `__new_client_bindings` RENAME TO `client_bindings`;--> statement-breakpoint
CREATE TABLE `__new_document_states` (
	`documentId` text PRIMARY KEY NOT NULL,
	`throughPosition` integer NOT NULL,
	`bytes` blob NOT NULL,
	`stateVector` blob NOT NULL,
	`checksum` integer NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_document_states`("documentId", "throughPosition", "bytes", "stateVector", "checksum") SELECT "documentId", "throughPosition", "bytes", "stateVector", "checksum" FROM `document_states`;--> statement-breakpoint
DROP TABLE `document_states`;--> statement-breakpoint
ALTER TABLE `__new_document_states` RENAME TO `document_states`;--> statement-breakpoint
CREATE TABLE `__new_document_updates` (
	`documentId` text NOT NULL,
	`position` integer NOT NULL,
	`userId` text NOT NULL,
	`country` text,
	`sessionId` text,
	`clientId` integer,
	`at` text NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`documentId`, `position`),
	FOREIGN KEY (`userId`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_document_updates`("documentId", "position", "userId", "country", "sessionId", "clientId", "at", "bytes") SELECT "documentId", "position", "userId", "country", "sessionId", "clientId", "at", "bytes" FROM `document_updates`;--> statement-breakpoint
DROP TABLE `document_updates`;--> statement-breakpoint
ALTER TABLE `__new_document_updates` RENAME TO `document_updates`;--> statement-breakpoint
-- The log now also holds the words of proposals while they are drafted, so no foreign key says what a log belongs to.
-- Rebuilding the tables took their triggers away: here they are again, with those of the negotiation.
CREATE TRIGGER updates_of_a_text BEFORE INSERT ON document_updates
WHEN NOT EXISTS (SELECT 1 FROM documents WHERE id = NEW.documentId)
  AND NOT EXISTS (SELECT 1 FROM proposals WHERE id = NEW.documentId AND state = 'draft')
BEGIN
  SELECT RAISE(ABORT, 'mufakat:NP5 there is no text of this name that is open');
END;
--> statement-breakpoint
CREATE TRIGGER updates_final_insert BEFORE INSERT ON document_updates
WHEN EXISTS (SELECT 1 FROM documents WHERE id = NEW.documentId AND state IN ('adopted', 'withdrawn', 'notAdopted'))
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PR6 this text is final and cannot change');
END;
--> statement-breakpoint
CREATE TRIGGER updates_in_order BEFORE INSERT ON document_updates
WHEN NEW.position <> (SELECT COALESCE(MAX(position), 0) + 1 FROM document_updates WHERE documentId = NEW.documentId)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:SY6 the log of a document has no gaps and no second writer');
END;
--> statement-breakpoint
CREATE TRIGGER document_updates_no_update BEFORE UPDATE ON document_updates
BEGIN
  SELECT RAISE(ABORT, 'mufakat:SY6 the log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER document_updates_no_delete BEFORE DELETE ON document_updates
BEGIN
  SELECT RAISE(ABORT, 'mufakat:SY6 the log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER client_bindings_no_update BEFORE UPDATE ON client_bindings
BEGIN
  SELECT RAISE(ABORT, 'mufakat:SY3 a client id stays bound to its person');
END;
--> statement-breakpoint
CREATE TRIGGER client_bindings_no_delete BEFORE DELETE ON client_bindings
BEGIN
  SELECT RAISE(ABORT, 'mufakat:SY3 a client id stays bound to its person');
END;
--> statement-breakpoint
CREATE TRIGGER proposals_tabled_update BEFORE UPDATE OF documentId, country, kind, clauseId, otherClauseId, rationale, number, basePosition, baseText, baseHash, text, hash, replacesId, enteredBy, onBehalf, createdAt, tabledAt, tabledBy ON proposals
WHEN OLD.tabledAt IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'mufakat:NP5 a tabled proposal is never edited');
END;
--> statement-breakpoint
CREATE TRIGGER proposals_no_delete BEFORE DELETE ON proposals
BEGIN
  SELECT RAISE(ABORT, 'mufakat:NP5 a proposal is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER proposals_never_replaced BEFORE INSERT ON proposals
WHEN EXISTS (SELECT 1 FROM proposals WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM documents WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:NP5 a proposal with this id exists');
END;
--> statement-breakpoint
CREATE TRIGGER rights_of_proposals AFTER UPDATE OF state, country ON proposals
BEGIN
  UPDATE rights_clock SET at = at + 1;
END;
--> statement-breakpoint
CREATE TRIGGER dispositions_no_update BEFORE UPDATE ON dispositions
BEGIN
  SELECT RAISE(ABORT, 'mufakat:NP20 a disposition never changes');
END;
--> statement-breakpoint
CREATE TRIGGER dispositions_no_delete BEFORE DELETE ON dispositions
BEGIN
  SELECT RAISE(ABORT, 'mufakat:NP20 a disposition never changes');
END;
--> statement-breakpoint
CREATE TRIGGER dispositions_never_replaced BEFORE INSERT ON dispositions
WHEN EXISTS (SELECT 1 FROM dispositions WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:NP20 a disposition never changes');
END;
--> statement-breakpoint
CREATE TRIGGER disposition_answers_no_update BEFORE UPDATE ON disposition_answers
BEGIN
  SELECT RAISE(ABORT, 'mufakat:NP20 an answer never changes');
END;
--> statement-breakpoint
CREATE TRIGGER disposition_answers_no_delete BEFORE DELETE ON disposition_answers
BEGIN
  SELECT RAISE(ABORT, 'mufakat:NP20 an answer never changes');
END;
--> statement-breakpoint
CREATE TRIGGER disposition_answers_never_replaced BEFORE INSERT ON disposition_answers
WHEN EXISTS (SELECT 1 FROM disposition_answers WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:NP20 an answer never changes');
END;
--> statement-breakpoint
CREATE TRIGGER positions_no_update BEFORE UPDATE ON positions
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PS1 a position never changes; a newer one replaces it');
END;
--> statement-breakpoint
CREATE TRIGGER positions_no_delete BEFORE DELETE ON positions
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PS1 a position never changes; a newer one replaces it');
END;
--> statement-breakpoint
CREATE TRIGGER positions_never_replaced BEFORE INSERT ON positions
WHEN EXISTS (SELECT 1 FROM positions WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PS1 a position never changes; a newer one replaces it');
END;
--> statement-breakpoint
CREATE TRIGGER clause_acts_no_update BEFORE UPDATE ON clause_acts
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PS10 a finding on a clause never changes');
END;
--> statement-breakpoint
CREATE TRIGGER clause_acts_no_delete BEFORE DELETE ON clause_acts
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PS10 a finding on a clause never changes');
END;
--> statement-breakpoint
CREATE TRIGGER clause_acts_never_replaced BEFORE INSERT ON clause_acts
WHEN EXISTS (SELECT 1 FROM clause_acts WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PS10 a finding on a clause never changes');
END;
--> statement-breakpoint
CREATE TRIGGER bracket_acts_no_update BEFORE UPDATE ON bracket_acts
BEGIN
  SELECT RAISE(ABORT, 'mufakat:BR1 an act on a bracket never changes');
END;
--> statement-breakpoint
CREATE TRIGGER bracket_acts_no_delete BEFORE DELETE ON bracket_acts
BEGIN
  SELECT RAISE(ABORT, 'mufakat:BR1 an act on a bracket never changes');
END;
--> statement-breakpoint
CREATE TRIGGER bracket_acts_never_replaced BEFORE INSERT ON bracket_acts
WHEN EXISTS (SELECT 1 FROM bracket_acts WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:BR1 an act on a bracket never changes');
END;
--> statement-breakpoint
CREATE TRIGGER silence_events_no_update BEFORE UPDATE ON silence_events
BEGIN
  SELECT RAISE(ABORT, 'mufakat:SP1 what happened in a silence procedure never changes');
END;
--> statement-breakpoint
CREATE TRIGGER silence_events_no_delete BEFORE DELETE ON silence_events
BEGIN
  SELECT RAISE(ABORT, 'mufakat:SP1 what happened in a silence procedure never changes');
END;
--> statement-breakpoint
CREATE TRIGGER silence_events_never_replaced BEFORE INSERT ON silence_events
WHEN EXISTS (SELECT 1 FROM silence_events WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:SP1 what happened in a silence procedure never changes');
END;
--> statement-breakpoint
CREATE TRIGGER tier_decisions_no_update BEFORE UPDATE ON tier_decisions
BEGIN
  SELECT RAISE(ABORT, 'mufakat:DE1 a decision never changes');
END;
--> statement-breakpoint
CREATE TRIGGER tier_decisions_no_delete BEFORE DELETE ON tier_decisions
BEGIN
  SELECT RAISE(ABORT, 'mufakat:DE1 a decision never changes');
END;
--> statement-breakpoint
CREATE TRIGGER tier_decisions_never_replaced BEFORE INSERT ON tier_decisions
WHEN EXISTS (SELECT 1 FROM tier_decisions WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:DE1 a decision never changes');
END;
--> statement-breakpoint
CREATE TRIGGER annulments_no_update BEFORE UPDATE ON annulments
BEGIN
  SELECT RAISE(ABORT, 'mufakat:DE1 an annulment never changes');
END;
--> statement-breakpoint
CREATE TRIGGER annulments_no_delete BEFORE DELETE ON annulments
BEGIN
  SELECT RAISE(ABORT, 'mufakat:DE1 an annulment never changes');
END;
--> statement-breakpoint
CREATE TRIGGER annulments_never_replaced BEFORE INSERT ON annulments
WHEN EXISTS (SELECT 1 FROM annulments WHERE decisionId = NEW.decisionId)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:DE1 an annulment never changes');
END;
