-- What each person last read of a text, and counts between versions that do not follow each other (derived).
CREATE TABLE `pair_counts` (
	`fromVersionId` text NOT NULL,
	`toVersionId` text NOT NULL,
	`wordsInserted` integer NOT NULL,
	`wordsDeleted` integer NOT NULL,
	PRIMARY KEY(`fromVersionId`, `toVersionId`),
	FOREIGN KEY (`fromVersionId`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`toVersionId`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `readings` (
	`userId` text NOT NULL,
	`documentId` text NOT NULL,
	`position` integer NOT NULL,
	`at` text NOT NULL,
	`earlierPosition` integer,
	`earlierAt` text,
	PRIMARY KEY(`userId`, `documentId`),
	FOREIGN KEY (`userId`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
