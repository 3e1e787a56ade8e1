CREATE TABLE `pending_import_pages` (
	`documentId` text NOT NULL,
	`userId` text NOT NULL,
	`page` integer NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`documentId`, `userId`, `page`),
	FOREIGN KEY (`documentId`,`userId`) REFERENCES `pending_imports`(`documentId`,`userId`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
-- What waited was laid out in one piece and is brought again: nothing of it was in a text yet (IM18).
DELETE FROM `pending_imports`;
