CREATE TABLE `brainstorm_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`bodyId` text NOT NULL,
	`meetingId` text,
	`title` text NOT NULL,
	`question` text DEFAULT '' NOT NULL,
	`tags` text DEFAULT '[]' NOT NULL,
	`isHidden` integer NOT NULL,
	`dots` integer NOT NULL,
	`opensAt` text NOT NULL,
	`closedAt` text,
	`createdBy` text NOT NULL,
	`createdAt` text NOT NULL,
	FOREIGN KEY (`bodyId`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meetingId`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`createdBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `brainstorm_rounds_of_body` ON `brainstorm_rounds` (`bodyId`);--> statement-breakpoint
CREATE TABLE `clause_sources` (
	`id` text PRIMARY KEY NOT NULL,
	`documentId` text NOT NULL,
	`clauseId` text NOT NULL,
	`clusterId` text,
	`inputId` text,
	`relation` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`position` integer NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`endedAt` text,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`clusterId`) REFERENCES `clusters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inputId`) REFERENCES `inputs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sources_of_clause` ON `clause_sources` (`documentId`,`clauseId`);--> statement-breakpoint
CREATE INDEX `sources_by_cluster` ON `clause_sources` (`clusterId`);--> statement-breakpoint
CREATE TABLE `cluster_dots` (
	`clusterId` text NOT NULL,
	`country` text NOT NULL,
	`dots` integer NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`clusterId`, `country`),
	FOREIGN KEY (`clusterId`) REFERENCES `clusters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `cluster_inputs` (
	`id` text PRIMARY KEY NOT NULL,
	`clusterId` text NOT NULL,
	`inputId` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`removedAt` text,
	FOREIGN KEY (`clusterId`) REFERENCES `clusters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inputId`) REFERENCES `inputs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `inputs_of_cluster` ON `cluster_inputs` (`clusterId`);--> statement-breakpoint
CREATE INDEX `clusters_of_input` ON `cluster_inputs` (`inputId`);--> statement-breakpoint
CREATE TABLE `clusters` (
	`id` text PRIMARY KEY NOT NULL,
	`roundId` text NOT NULL,
	`title` text NOT NULL,
	`synthesis` text DEFAULT '' NOT NULL,
	`tag` text,
	`position` integer NOT NULL,
	`mergedIntoId` text,
	`splitFromId` text,
	`rev` integer DEFAULT 0 NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`closedAt` text,
	FOREIGN KEY (`roundId`) REFERENCES `brainstorm_rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `clusters_of_round` ON `clusters` (`roundId`);--> statement-breakpoint
CREATE TABLE `input_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`inputId` text NOT NULL,
	`words` text NOT NULL,
	`by` text NOT NULL,
	`country` text,
	`at` text NOT NULL,
	FOREIGN KEY (`inputId`) REFERENCES `inputs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notes_of_input` ON `input_notes` (`inputId`);--> statement-breakpoint
CREATE TABLE `input_outcomes` (
	`id` text PRIMARY KEY NOT NULL,
	`inputId` text NOT NULL,
	`documentId` text,
	`outcome` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`inputId`) REFERENCES `inputs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `outcomes_of_input` ON `input_outcomes` (`inputId`);--> statement-breakpoint
CREATE TABLE `inputs` (
	`id` text PRIMARY KEY NOT NULL,
	`roundId` text NOT NULL,
	`country` text NOT NULL,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`evidence` text DEFAULT '' NOT NULL,
	`language` text NOT NULL,
	`tags` text DEFAULT '[]' NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`withdrawnAt` text,
	FOREIGN KEY (`roundId`) REFERENCES `brainstorm_rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `inputs_of_round` ON `inputs` (`roundId`);--> statement-breakpoint
CREATE TABLE `source_matrices` (
	`documentId` text PRIMARY KEY NOT NULL,
	`matrix` text NOT NULL,
	`hash` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `action_items` (
	`id` text PRIMARY KEY NOT NULL,
	`meetingId` text NOT NULL,
	`decisionId` text,
	`wording` text NOT NULL,
	`wordingThai` text DEFAULT '' NOT NULL,
	`who` text NOT NULL,
	`dueOn` text,
	`state` text NOT NULL,
	`rev` integer DEFAULT 0 NOT NULL,
	`createdBy` text NOT NULL,
	`createdAt` text NOT NULL,
	FOREIGN KEY (`meetingId`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decisionId`) REFERENCES `meeting_decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`createdBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `action_items_of_meeting` ON `action_items` (`meetingId`);--> statement-breakpoint
CREATE TABLE `action_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`actionId` text NOT NULL,
	`meetingId` text,
	`state` text NOT NULL,
	`words` text NOT NULL,
	`country` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`actionId`) REFERENCES `action_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meetingId`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reports_of_action` ON `action_reports` (`actionId`);--> statement-breakpoint
CREATE TABLE `centre_programmes` (
	`id` text PRIMARY KEY NOT NULL,
	`centreId` text NOT NULL,
	`title` text NOT NULL,
	`startsOn` text NOT NULL,
	`endsOn` text NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`participants` integer,
	`countries` text DEFAULT '[]' NOT NULL,
	`activityIds` text DEFAULT '[]' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`rev` integer DEFAULT 0 NOT NULL,
	`removedAt` text,
	FOREIGN KEY (`centreId`) REFERENCES `resource_centres`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `programmes_of_centre` ON `centre_programmes` (`centreId`);--> statement-breakpoint
CREATE TABLE `centre_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`centreId` text NOT NULL,
	`year` integer NOT NULL,
	`words` text NOT NULL,
	`state` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`submittedAt` text,
	FOREIGN KEY (`centreId`) REFERENCES `resource_centres`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_of_centre` ON `centre_reports` (`centreId`,`year`);--> statement-breakpoint
CREATE TABLE `centre_themes` (
	`id` text PRIMARY KEY NOT NULL,
	`centreId` text NOT NULL,
	`theme` text NOT NULL,
	`themeThai` text DEFAULT '' NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	FOREIGN KEY (`centreId`) REFERENCES `resource_centres`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `themes_of_centre` ON `centre_themes` (`centreId`);--> statement-breakpoint
CREATE TABLE `meeting_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`meetingId` text NOT NULL,
	`agendaItemId` text,
	`number` integer NOT NULL,
	`verb` text NOT NULL,
	`wording` text NOT NULL,
	`wordingThai` text DEFAULT '' NOT NULL,
	`documentId` text,
	`ofDecisionId` text,
	`roster` text NOT NULL,
	`present` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`meetingId`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agendaItemId`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_decisions_by_number` ON `meeting_decisions` (`meetingId`,`number`);--> statement-breakpoint
CREATE TABLE `meeting_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`meetingId` text NOT NULL,
	`documentId` text NOT NULL,
	`language` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`meetingId`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_of_meeting` ON `meeting_reports` (`meetingId`,`language`);--> statement-breakpoint
CREATE TABLE `meeting_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`meetingId` text NOT NULL,
	`day` text NOT NULL,
	`startsAt` text NOT NULL,
	`endsAt` text NOT NULL,
	`title` text NOT NULL,
	`titleThai` text DEFAULT '' NOT NULL,
	`agendaItemId` text,
	FOREIGN KEY (`meetingId`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agendaItemId`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_of_meeting` ON `meeting_sessions` (`meetingId`);--> statement-breakpoint
CREATE TABLE `resource_centres` (
	`id` text PRIMARY KEY NOT NULL,
	`bodyId` text NOT NULL,
	`country` text NOT NULL,
	`name` text NOT NULL,
	`nameThai` text DEFAULT '' NOT NULL,
	`host` text DEFAULT '' NOT NULL,
	`focalPoint` text DEFAULT '' NOT NULL,
	`contact` text DEFAULT '' NOT NULL,
	`since` text NOT NULL,
	`closedAt` text,
	FOREIGN KEY (`bodyId`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `centres_of_body` ON `resource_centres` (`bodyId`);--> statement-breakpoint
CREATE TABLE `activities` (
	`id` text PRIMARY KEY NOT NULL,
	`planId` text NOT NULL,
	`resultId` text NOT NULL,
	`position` integer NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`leads` text DEFAULT '[]' NOT NULL,
	`coLeads` text DEFAULT '[]' NOT NULL,
	`partners` text DEFAULT '' NOT NULL,
	`plannedFrom` text,
	`plannedTo` text,
	`revisedFrom` text,
	`revisedTo` text,
	`budget` real,
	`currency` text DEFAULT 'USD' NOT NULL,
	`budgetSource` text DEFAULT '' NOT NULL,
	`status` text NOT NULL,
	`statusReason` text DEFAULT '' NOT NULL,
	`clauseId` text,
	`versionId` text,
	`carriedFromId` text,
	`rev` integer DEFAULT 0 NOT NULL,
	`removedAt` text,
	`changedBy` text NOT NULL,
	`changedAt` text NOT NULL,
	FOREIGN KEY (`planId`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resultId`) REFERENCES `plan_results`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`versionId`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changedBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activities_of_plan` ON `activities` (`planId`);--> statement-breakpoint
CREATE INDEX `activities_of_clause` ON `activities` (`clauseId`);--> statement-breakpoint
CREATE TABLE `activity_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`planId` text NOT NULL,
	`activityId` text NOT NULL,
	`seq` integer NOT NULL,
	`field` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`country` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`planId`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`activityId`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activity_changes_of_plan` ON `activity_changes` (`planId`,`seq`);--> statement-breakpoint
CREATE INDEX `activity_changes_of_activity` ON `activity_changes` (`activityId`);--> statement-breakpoint
CREATE TABLE `indicator_targets` (
	`id` text PRIMARY KEY NOT NULL,
	`indicatorId` text NOT NULL,
	`period` text NOT NULL,
	`country` text,
	`value` real NOT NULL,
	FOREIGN KEY (`indicatorId`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `targets_of_indicator` ON `indicator_targets` (`indicatorId`,`period`,`country`);--> statement-breakpoint
CREATE TABLE `indicators` (
	`id` text PRIMARY KEY NOT NULL,
	`planId` text NOT NULL,
	`resultId` text,
	`activityId` text,
	`position` integer NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`definition` text DEFAULT '' NOT NULL,
	`unit` text DEFAULT '' NOT NULL,
	`type` text NOT NULL,
	`scale` text DEFAULT '[]' NOT NULL,
	`direction` text NOT NULL,
	`cumulative` integer NOT NULL,
	`baseline` real,
	`baselineYear` integer,
	`meansOfVerification` text DEFAULT '' NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`responsible` text DEFAULT '' NOT NULL,
	`frequency` text NOT NULL,
	`disaggregation` text DEFAULT '' NOT NULL,
	`aggregation` text NOT NULL,
	`rev` integer DEFAULT 0 NOT NULL,
	`retiredAt` text,
	FOREIGN KEY (`planId`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resultId`) REFERENCES `plan_results`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`activityId`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `indicators_of_plan` ON `indicators` (`planId`);--> statement-breakpoint
CREATE TABLE `manual_lights` (
	`id` text PRIMARY KEY NOT NULL,
	`indicatorId` text NOT NULL,
	`period` text NOT NULL,
	`light` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`indicatorId`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lights_of_indicator` ON `manual_lights` (`indicatorId`);--> statement-breakpoint
CREATE TABLE `monitoring_rules` (
	`bodyId` text PRIMARY KEY NOT NULL,
	`onTrackFrom` real NOT NULL,
	`behindFrom` real NOT NULL,
	`namesCountries` integer NOT NULL,
	FOREIGN KEY (`bodyId`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `pending_sheets` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`target` text NOT NULL,
	`fileName` text NOT NULL,
	`findings` text NOT NULL,
	`at` text NOT NULL,
	`expiresAt` text NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pending_sheets_of_person` ON `pending_sheets` (`userId`,`target`);--> statement-breakpoint
CREATE TABLE `plan_results` (
	`id` text PRIMARY KEY NOT NULL,
	`planId` text NOT NULL,
	`level` text NOT NULL,
	`parentId` text,
	`position` integer NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`titleThai` text DEFAULT '' NOT NULL,
	`removedAt` text,
	FOREIGN KEY (`planId`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `plan_results_of_plan` ON `plan_results` (`planId`);--> statement-breakpoint
CREATE TABLE `plan_snapshots` (
	`planId` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`matrix` text NOT NULL,
	`hash` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`planId`, `number`),
	FOREIGN KEY (`planId`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `plans` (
	`id` text PRIMARY KEY NOT NULL,
	`bodyId` text NOT NULL,
	`documentId` text,
	`title` text NOT NULL,
	`titleThai` text DEFAULT '' NOT NULL,
	`fromYear` integer NOT NULL,
	`toYear` integer NOT NULL,
	`predecessorId` text,
	`state` text NOT NULL,
	`seq` integer DEFAULT 0 NOT NULL,
	`createdBy` text NOT NULL,
	`createdAt` text NOT NULL,
	FOREIGN KEY (`bodyId`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`createdBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `return_events` (
	`id` text PRIMARY KEY NOT NULL,
	`returnId` text NOT NULL,
	`act` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`by` text,
	`at` text NOT NULL,
	FOREIGN KEY (`returnId`) REFERENCES `returns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `events_of_return` ON `return_events` (`returnId`);--> statement-breakpoint
CREATE TABLE `return_values` (
	`id` text PRIMARY KEY NOT NULL,
	`returnId` text NOT NULL,
	`indicatorId` text NOT NULL,
	`kind` text NOT NULL,
	`value` real,
	`words` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`evidence` text DEFAULT '' NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`returnId`) REFERENCES `returns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicatorId`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `values_of_return` ON `return_values` (`returnId`,`indicatorId`);--> statement-breakpoint
CREATE TABLE `returns` (
	`id` text PRIMARY KEY NOT NULL,
	`roundId` text NOT NULL,
	`country` text NOT NULL,
	`state` text NOT NULL,
	`rev` integer DEFAULT 0 NOT NULL,
	`submittedAt` text,
	`submittedBy` text,
	`acceptedAt` text,
	`acceptedBy` text,
	FOREIGN KEY (`roundId`) REFERENCES `collection_rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submittedBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`acceptedBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `returns_by_country` ON `returns` (`roundId`,`country`);--> statement-breakpoint
CREATE TABLE `collection_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`planId` text NOT NULL,
	`conceptNoteId` text,
	`period` text NOT NULL,
	`title` text NOT NULL,
	`opensAt` text NOT NULL,
	`closesAt` text NOT NULL,
	`lockedAt` text,
	`createdBy` text NOT NULL,
	`createdAt` text NOT NULL,
	FOREIGN KEY (`planId`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`conceptNoteId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`createdBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rounds_of_plan` ON `collection_rounds` (`planId`);--> statement-breakpoint
CREATE TRIGGER activity_changes_no_update BEFORE UPDATE ON activity_changes
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PL1 a change of the matrix stays on record');
END;
--> statement-breakpoint
CREATE TRIGGER activity_changes_no_delete BEFORE DELETE ON activity_changes
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PL1 a change of the matrix stays on record');
END;
--> statement-breakpoint
CREATE TRIGGER activity_changes_never_replaced BEFORE INSERT ON activity_changes
WHEN EXISTS (SELECT 1 FROM activity_changes WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PL1 a change of the matrix stays on record');
END;
--> statement-breakpoint
CREATE TRIGGER return_values_no_update BEFORE UPDATE ON return_values
BEGIN
  SELECT RAISE(ABORT, 'mufakat:MO1 a figure that was reported stays on record; a newer one takes its place');
END;
--> statement-breakpoint
CREATE TRIGGER return_values_no_delete BEFORE DELETE ON return_values
BEGIN
  SELECT RAISE(ABORT, 'mufakat:MO1 a figure that was reported stays on record; a newer one takes its place');
END;
--> statement-breakpoint
CREATE TRIGGER return_values_never_replaced BEFORE INSERT ON return_values
WHEN EXISTS (SELECT 1 FROM return_values WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:MO1 a figure that was reported stays on record; a newer one takes its place');
END;
--> statement-breakpoint
CREATE TRIGGER return_events_no_update BEFORE UPDATE ON return_events
BEGIN
  SELECT RAISE(ABORT, 'mufakat:MO1 the steps of a return stay on record');
END;
--> statement-breakpoint
CREATE TRIGGER return_events_no_delete BEFORE DELETE ON return_events
BEGIN
  SELECT RAISE(ABORT, 'mufakat:MO1 the steps of a return stay on record');
END;
--> statement-breakpoint
CREATE TRIGGER return_events_never_replaced BEFORE INSERT ON return_events
WHEN EXISTS (SELECT 1 FROM return_events WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:MO1 the steps of a return stay on record');
END;
--> statement-breakpoint
CREATE TRIGGER manual_lights_no_update BEFORE UPDATE ON manual_lights
BEGIN
  SELECT RAISE(ABORT, 'mufakat:MO1 a light that was set stays on record');
END;
--> statement-breakpoint
CREATE TRIGGER manual_lights_no_delete BEFORE DELETE ON manual_lights
BEGIN
  SELECT RAISE(ABORT, 'mufakat:MO1 a light that was set stays on record');
END;
--> statement-breakpoint
CREATE TRIGGER manual_lights_never_replaced BEFORE INSERT ON manual_lights
WHEN EXISTS (SELECT 1 FROM manual_lights WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:MO1 a light that was set stays on record');
END;
--> statement-breakpoint
CREATE TRIGGER plan_snapshots_no_update BEFORE UPDATE ON plan_snapshots
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PL2 a matrix that was kept never changes');
END;
--> statement-breakpoint
CREATE TRIGGER plan_snapshots_no_delete BEFORE DELETE ON plan_snapshots
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PL2 a matrix that was kept never changes');
END;
--> statement-breakpoint
CREATE TRIGGER plan_snapshots_never_replaced BEFORE INSERT ON plan_snapshots
WHEN EXISTS (SELECT 1 FROM plan_snapshots WHERE planId = NEW.planId AND number = NEW.number)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PL2 a matrix that was kept never changes');
END;
--> statement-breakpoint
CREATE TRIGGER input_notes_no_update BEFORE UPDATE ON input_notes
BEGIN
  SELECT RAISE(ABORT, 'mufakat:BS1 a remark never changes');
END;
--> statement-breakpoint
CREATE TRIGGER input_notes_no_delete BEFORE DELETE ON input_notes
BEGIN
  SELECT RAISE(ABORT, 'mufakat:BS1 a remark never changes');
END;
--> statement-breakpoint
CREATE TRIGGER input_notes_never_replaced BEFORE INSERT ON input_notes
WHEN EXISTS (SELECT 1 FROM input_notes WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:BS1 a remark never changes');
END;
--> statement-breakpoint
CREATE TRIGGER input_outcomes_no_update BEFORE UPDATE ON input_outcomes
BEGIN
  SELECT RAISE(ABORT, 'mufakat:BS1 what became of an input stays on record');
END;
--> statement-breakpoint
CREATE TRIGGER input_outcomes_no_delete BEFORE DELETE ON input_outcomes
BEGIN
  SELECT RAISE(ABORT, 'mufakat:BS1 what became of an input stays on record');
END;
--> statement-breakpoint
CREATE TRIGGER input_outcomes_never_replaced BEFORE INSERT ON input_outcomes
WHEN EXISTS (SELECT 1 FROM input_outcomes WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:BS1 what became of an input stays on record');
END;
--> statement-breakpoint
CREATE TRIGGER source_matrices_no_update BEFORE UPDATE ON source_matrices
BEGIN
  SELECT RAISE(ABORT, 'mufakat:BS2 the matrix of sources is frozen with the text');
END;
--> statement-breakpoint
CREATE TRIGGER source_matrices_no_delete BEFORE DELETE ON source_matrices
BEGIN
  SELECT RAISE(ABORT, 'mufakat:BS2 the matrix of sources is frozen with the text');
END;
--> statement-breakpoint
CREATE TRIGGER source_matrices_never_replaced BEFORE INSERT ON source_matrices
WHEN EXISTS (SELECT 1 FROM source_matrices WHERE documentId = NEW.documentId)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:BS2 the matrix of sources is frozen with the text');
END;
--> statement-breakpoint
CREATE TRIGGER meeting_decisions_no_update BEFORE UPDATE ON meeting_decisions
BEGIN
  SELECT RAISE(ABORT, 'mufakat:ME1 a decision of a meeting never changes');
END;
--> statement-breakpoint
CREATE TRIGGER meeting_decisions_no_delete BEFORE DELETE ON meeting_decisions
BEGIN
  SELECT RAISE(ABORT, 'mufakat:ME1 a decision of a meeting never changes');
END;
--> statement-breakpoint
CREATE TRIGGER meeting_decisions_never_replaced BEFORE INSERT ON meeting_decisions
WHEN EXISTS (SELECT 1 FROM meeting_decisions WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:ME1 a decision of a meeting never changes');
END;
--> statement-breakpoint
CREATE TRIGGER action_reports_no_update BEFORE UPDATE ON action_reports
BEGIN
  SELECT RAISE(ABORT, 'mufakat:ME1 what was reported on an action stays on record');
END;
--> statement-breakpoint
CREATE TRIGGER action_reports_no_delete BEFORE DELETE ON action_reports
BEGIN
  SELECT RAISE(ABORT, 'mufakat:ME1 what was reported on an action stays on record');
END;
--> statement-breakpoint
CREATE TRIGGER action_reports_never_replaced BEFORE INSERT ON action_reports
WHEN EXISTS (SELECT 1 FROM action_reports WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:ME1 what was reported on an action stays on record');
END;
--> statement-breakpoint
CREATE TRIGGER inputs_words_update BEFORE UPDATE OF roundId, country, kind, words, evidence, language, tags, "by", at ON inputs
BEGIN
  SELECT RAISE(ABORT, 'mufakat:BS1 an input is never edited');
END;
--> statement-breakpoint
CREATE TRIGGER inputs_no_delete BEFORE DELETE ON inputs
BEGIN
  SELECT RAISE(ABORT, 'mufakat:BS1 an input is never deleted');
END;
--> statement-breakpoint
-- What can be found. Trigrams find parts of words in every script, Thai included. Derived: it can be emptied and made anew.
CREATE VIRTUAL TABLE search_index USING fts5(words, kind UNINDEXED, refId UNINDEXED, documentId UNINDEXED, bodyId UNINDEXED, ring UNINDEXED, place UNINDEXED, tokenize = 'trigram remove_diacritics 1');
