CREATE TABLE `clearances` (
	`id` text PRIMARY KEY NOT NULL,
	`documentId` text NOT NULL,
	`versionId` text NOT NULL,
	`country` text NOT NULL,
	`hash` text NOT NULL,
	`clearedOn` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`recordedBy` text NOT NULL,
	`at` text NOT NULL,
	`sealKey` text NOT NULL,
	`withdrawnAt` text,
	`withdrawnBy` text,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`versionId`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recordedBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawnBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `clearances_of_delegation` ON `clearances` (`documentId`,`country`);
--> statement-breakpoint
CREATE UNIQUE INDEX `clearances_standing` ON `clearances` (`versionId`,`country`) WHERE "withdrawnAt" IS NULL;
--> statement-breakpoint
CREATE TRIGGER clearances_final_insert BEFORE INSERT ON clearances
WHEN EXISTS (SELECT 1 FROM documents WHERE id = NEW.documentId AND state IN ('adopted', 'withdrawn', 'notAdopted'))
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PR6 this text is final and cannot change');
END;
--> statement-breakpoint
CREATE TRIGGER clearances_never_replaced BEFORE INSERT ON clearances
WHEN EXISTS (SELECT 1 FROM clearances WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:VE12 a clearance is withdrawn, never changed');
END;
--> statement-breakpoint
CREATE TRIGGER clearances_of_their_words BEFORE INSERT ON clearances
WHEN NOT EXISTS (SELECT 1 FROM versions WHERE id = NEW.versionId AND documentId = NEW.documentId AND hash = NEW.hash)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:VE11 a clearance is of the words of its version');
END;
--> statement-breakpoint
CREATE TRIGGER clearances_only_withdrawn BEFORE UPDATE ON clearances
WHEN OLD.withdrawnAt IS NOT NULL OR NEW.withdrawnAt IS NULL OR NEW.withdrawnBy IS NULL
  OR NEW.id IS NOT OLD.id OR NEW.documentId IS NOT OLD.documentId OR NEW.versionId IS NOT OLD.versionId
  OR NEW.country IS NOT OLD.country OR NEW.hash IS NOT OLD.hash OR NEW.clearedOn IS NOT OLD.clearedOn
  OR NEW.note IS NOT OLD.note OR NEW.recordedBy IS NOT OLD.recordedBy OR NEW.at IS NOT OLD.at
  OR NEW.sealKey IS NOT OLD.sealKey
  OR EXISTS (SELECT 1 FROM documents WHERE id = OLD.documentId AND state IN ('adopted', 'withdrawn', 'notAdopted'))
BEGIN
  SELECT RAISE(ABORT, 'mufakat:VE12 a clearance is withdrawn, never changed');
END;
--> statement-breakpoint
CREATE TRIGGER clearances_no_delete BEFORE DELETE ON clearances
BEGIN
  SELECT RAISE(ABORT, 'mufakat:VE12 a clearance is withdrawn, never changed');
END;
