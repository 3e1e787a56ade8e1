CREATE TABLE `document_ledgers` (
	`documentId` text PRIMARY KEY NOT NULL,
	`throughPosition` integer NOT NULL,
	`bytes` blob NOT NULL,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ledger_readings` (
	`documentId` text NOT NULL,
	`position` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`documentId`, `position`),
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
