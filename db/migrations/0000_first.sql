CREATE TABLE `audit_events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actorId` text,
	`actorName` text NOT NULL,
	`country` text,
	`kind` text NOT NULL,
	`bodyId` text,
	`subjectType` text NOT NULL,
	`subjectId` text NOT NULL,
	`data` text NOT NULL,
	`previousHash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_by_subject` ON `audit_events` (`subjectType`,`subjectId`);--> statement-breakpoint
CREATE INDEX `audit_by_body` ON `audit_events` (`bodyId`);--> statement-breakpoint
CREATE TABLE `installation` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`meetingId` text NOT NULL,
	`number` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`titleThai` text DEFAULT '' NOT NULL,
	`leadCountry` text,
	FOREIGN KEY (`meetingId`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`leadCountry`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agenda_items_by_meeting` ON `agenda_items` (`meetingId`);--> statement-breakpoint
CREATE TABLE `appointments` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`role` text NOT NULL,
	`bodyId` text,
	`country` text,
	`from_at` text NOT NULL,
	`to_at` text,
	FOREIGN KEY (`userId`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bodyId`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `appointments_by_user` ON `appointments` (`userId`);--> statement-breakpoint
CREATE TABLE `attendances` (
	`meetingId` text NOT NULL,
	`country` text NOT NULL,
	PRIMARY KEY(`meetingId`, `country`),
	FOREIGN KEY (`meetingId`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `bodies` (
	`id` text PRIMARY KEY NOT NULL,
	`acronym` text NOT NULL,
	`name` text NOT NULL,
	`nameThai` text DEFAULT '' NOT NULL,
	`symbolTemplate` text NOT NULL,
	`createdAt` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bodies_acronym_unique` ON `bodies` (`acronym`);--> statement-breakpoint
CREATE TABLE `chair_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`bodyId` text NOT NULL,
	`country` text NOT NULL,
	`name` text NOT NULL,
	`from_at` text NOT NULL,
	`to_at` text,
	FOREIGN KEY (`bodyId`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `countries` (
	`code` text PRIMARY KEY NOT NULL,
	`shortName` text NOT NULL,
	`formalName` text NOT NULL,
	`localName` text NOT NULL,
	`thaiName` text NOT NULL,
	`sortKey` integer NOT NULL,
	`color` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`bodyId` text NOT NULL,
	`series` text NOT NULL,
	`tier` text NOT NULL,
	`title` text NOT NULL,
	`titleThai` text DEFAULT '' NOT NULL,
	`place` text NOT NULL,
	`hostCountry` text NOT NULL,
	`startsOn` text NOT NULL,
	`endsOn` text NOT NULL,
	`status` text NOT NULL,
	`createdAt` text NOT NULL,
	FOREIGN KEY (`bodyId`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hostCountry`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`bodyId` text NOT NULL,
	`country` text NOT NULL,
	`standing` text NOT NULL,
	`from_at` text NOT NULL,
	`to_at` text,
	FOREIGN KEY (`bodyId`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `memberships_by_body` ON `memberships` (`bodyId`);--> statement-breakpoint
CREATE TABLE `client_bindings` (
	`documentId` text NOT NULL,
	`clientId` integer NOT NULL,
	`userId` text NOT NULL,
	`country` text,
	`at` text NOT NULL,
	PRIMARY KEY(`documentId`, `clientId`),
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`userId`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `decisions` (
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
	`decidedBy` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`versionId`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bodyId`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meetingId`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agendaItemId`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decidedBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `document_states` (
	`documentId` text PRIMARY KEY NOT NULL,
	`throughPosition` integer NOT NULL,
	`bytes` blob NOT NULL,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `document_updates` (
	`documentId` text NOT NULL,
	`position` integer NOT NULL,
	`userId` text NOT NULL,
	`country` text,
	`sessionId` text,
	`clientId` integer,
	`at` text NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`documentId`, `position`),
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`userId`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`bodyId` text NOT NULL,
	`symbol` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`language` text DEFAULT 'en' NOT NULL,
	`houseStyle` text NOT NULL,
	`leadCountry` text,
	`meetingId` text,
	`agendaItemId` text,
	`state` text DEFAULT 'draft' NOT NULL,
	`stateSeq` integer DEFAULT 0 NOT NULL,
	`pensDownAt` text,
	`pensDownBy` text,
	`predecessorId` text,
	`isIllustrative` integer DEFAULT false NOT NULL,
	`createdBy` text NOT NULL,
	`createdAt` text NOT NULL,
	FOREIGN KEY (`bodyId`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`leadCountry`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meetingId`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agendaItemId`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pensDownBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`createdBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_symbol_unique` ON `documents` (`symbol`);--> statement-breakpoint
CREATE INDEX `documents_by_body` ON `documents` (`bodyId`);--> statement-breakpoint
CREATE INDEX `documents_by_meeting` ON `documents` (`meetingId`);--> statement-breakpoint
CREATE TABLE `evidences` (
	`documentId` text PRIMARY KEY NOT NULL,
	`decisionId` text NOT NULL,
	`file` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decisionId`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `version_counts` (
	`versionId` text PRIMARY KEY NOT NULL,
	`wordsInserted` integer NOT NULL,
	`wordsDeleted` integer NOT NULL,
	FOREIGN KEY (`versionId`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `versions` (
	`id` text PRIMARY KEY NOT NULL,
	`documentId` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`revision` integer,
	`name` text DEFAULT '' NOT NULL,
	`comment` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`hash` text NOT NULL,
	`words` integer NOT NULL,
	`delegations` text DEFAULT '[]' NOT NULL,
	`takenBy` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`takenBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `versions_by_number` ON `versions` (`documentId`,`number`);--> statement-breakpoint
CREATE TABLE `api_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`createdAt` text NOT NULL,
	`expiresAt` text,
	`revokedAt` text,
	`lastUsedAt` text,
	FOREIGN KEY (`userId`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_hash_unique` ON `api_tokens` (`hash`);--> statement-breakpoint
CREATE TABLE `identities` (
	`key` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`createdAt` text NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `one_time_links` (
	`hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`userId` text,
	`createdAt` text NOT NULL,
	`expiresAt` text NOT NULL,
	`usedAt` text,
	FOREIGN KEY (`userId`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_failures_by_key` ON `sign_in_failures` (`key`,`at`);--> statement-breakpoint
CREATE TABLE `user_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`via` text NOT NULL,
	`createdAt` text NOT NULL,
	`lastSeenAt` text NOT NULL,
	`expiresAt` text NOT NULL,
	`revokedAt` text,
	`userAgent` text DEFAULT '' NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `user_sessions_by_user` ON `user_sessions` (`userId`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`passwordHash` text,
	`locale` text DEFAULT 'en' NOT NULL,
	`theme` text DEFAULT 'system' NOT NULL,
	`status` text DEFAULT 'active' NOT NULL,
	`isDemo` integer DEFAULT false NOT NULL,
	`createdAt` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);