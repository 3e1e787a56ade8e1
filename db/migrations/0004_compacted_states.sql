-- Derived from the log: dropped and made anew at the next compaction, now with a state vector and a checksum.
DROP TABLE `document_states`;--> statement-breakpoint
CREATE TABLE `document_states` (
	`documentId` text PRIMARY KEY NOT NULL,
	`throughPosition` integer NOT NULL,
	`bytes` blob NOT NULL,
	`stateVector` blob NOT NULL,
	`checksum` integer NOT NULL,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
