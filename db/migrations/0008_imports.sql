CREATE TABLE `pending_imports` (
	`documentId` text NOT NULL,
	`userId` text NOT NULL,
	`id` text NOT NULL,
	`fileName` text NOT NULL,
	`bytes` blob NOT NULL,
	`findings` text NOT NULL,
	`left` text DEFAULT '[]' NOT NULL,
	`at` text NOT NULL,
	`expiresAt` text NOT NULL,
	PRIMARY KEY(`documentId`, `userId`),
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`userId`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pending_imports_by_expiry` ON `pending_imports` (`expiresAt`);--> statement-breakpoint
CREATE TABLE `version_comments` (
	`versionId` text PRIMARY KEY NOT NULL,
	`fileName` text NOT NULL,
	`threads` text NOT NULL,
	FOREIGN KEY (`versionId`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action
);
