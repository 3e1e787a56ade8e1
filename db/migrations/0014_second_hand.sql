CREATE TABLE `record_findings` (
	`id` text PRIMARY KEY NOT NULL,
	`documentId` text NOT NULL,
	`kind` text NOT NULL,
	`what` text NOT NULL,
	`foundBy` text NOT NULL,
	`at` text NOT NULL,
	`confirmedBy` text,
	`confirmedAt` text,
	`outcomeId` text,
	`withdrawnAt` text,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`foundBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmedBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `record_findings_of_document` ON `record_findings` (`documentId`);--> statement-breakpoint
CREATE TRIGGER record_findings_only_settled BEFORE UPDATE ON record_findings
WHEN OLD.confirmedAt IS NOT NULL OR OLD.withdrawnAt IS NOT NULL
  OR (NEW.confirmedAt IS NULL AND NEW.withdrawnAt IS NULL)
  OR NEW.id IS NOT OLD.id OR NEW.documentId IS NOT OLD.documentId OR NEW.kind IS NOT OLD.kind OR NEW.what IS NOT OLD.what
  OR NEW.foundBy IS NOT OLD.foundBy OR NEW.at IS NOT OLD.at
  OR NEW.confirmedBy = OLD.foundBy
BEGIN
  SELECT RAISE(ABORT, 'mufakat:DE40 what was entered for the record is confirmed by a second person or withdrawn, once');
END;
--> statement-breakpoint
CREATE TRIGGER record_findings_no_delete BEFORE DELETE ON record_findings
BEGIN
  SELECT RAISE(ABORT, 'mufakat:DE40 what was entered for the record is confirmed by a second person or withdrawn, once');
END;
--> statement-breakpoint
CREATE TRIGGER record_findings_never_replaced BEFORE INSERT ON record_findings
WHEN EXISTS (SELECT 1 FROM record_findings WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:DE40 what was entered for the record is confirmed by a second person or withdrawn, once');
END;
