CREATE TABLE `__new_pending_imports` (
	`documentId` text NOT NULL,
	`userId` text NOT NULL,
	`aim` text NOT NULL,
	`id` text NOT NULL,
	`fileName` text NOT NULL,
	`bytes` blob NOT NULL,
	`findings` text NOT NULL,
	`left` text DEFAULT '[]' NOT NULL,
	`at` text NOT NULL,
	`expiresAt` text NOT NULL,
	PRIMARY KEY(`documentId`, `userId`, `aim`),
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`userId`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
-- What waited did not say what it was brought for. The choices of a review are kept: they took somebody's time.
INSERT INTO `__new_pending_imports`
SELECT `documentId`, `userId`, 'importText', `id`, `fileName`, `bytes`, `findings`, `left`, `at`, `expiresAt` FROM `pending_imports`;
--> statement-breakpoint
CREATE TABLE `__new_pending_import_pages` (
	`documentId` text NOT NULL,
	`userId` text NOT NULL,
	`aim` text NOT NULL,
	`page` integer NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`documentId`, `userId`, `aim`, `page`),
	FOREIGN KEY (`documentId`,`userId`,`aim`) REFERENCES `pending_imports`(`documentId`,`userId`,`aim`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_pending_import_pages`
SELECT `documentId`, `userId`, 'importText', `page`, `content` FROM `pending_import_pages`;
--> statement-breakpoint
DROP TABLE `pending_import_pages`;
--> statement-breakpoint
DROP TABLE `pending_imports`;
--> statement-breakpoint
ALTER TABLE `__new_pending_imports` RENAME TO `pending_imports`;
--> statement-breakpoint
ALTER TABLE `__new_pending_import_pages` RENAME TO `pending_import_pages`;
--> statement-breakpoint
CREATE INDEX `pending_imports_by_expiry` ON `pending_imports` (`expiresAt`);
