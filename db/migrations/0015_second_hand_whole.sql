DROP TRIGGER record_findings_only_settled;
--> statement-breakpoint
DROP TRIGGER record_findings_never_replaced;
--> statement-breakpoint
CREATE TRIGGER record_findings_only_settled BEFORE UPDATE ON record_findings
WHEN OLD.confirmedAt IS NOT NULL OR OLD.withdrawnAt IS NOT NULL
  OR (NEW.confirmedAt IS NULL) = (NEW.withdrawnAt IS NULL)
  OR (NEW.confirmedAt IS NULL) <> (NEW.confirmedBy IS NULL)
  OR (NEW.confirmedAt IS NULL) <> (NEW.outcomeId IS NULL)
  OR NEW.id IS NOT OLD.id OR NEW.documentId IS NOT OLD.documentId OR NEW.kind IS NOT OLD.kind OR NEW.what IS NOT OLD.what
  OR NEW.foundBy IS NOT OLD.foundBy OR NEW.at IS NOT OLD.at
  OR NEW.confirmedBy = OLD.foundBy
BEGIN
  SELECT RAISE(ABORT, 'mufakat:DE40 what was entered for the record is confirmed by a second person or withdrawn, once');
END;
--> statement-breakpoint
CREATE TRIGGER record_findings_never_replaced BEFORE INSERT ON record_findings
WHEN EXISTS (SELECT 1 FROM record_findings WHERE id = NEW.id)
  OR NEW.confirmedAt IS NOT NULL OR NEW.confirmedBy IS NOT NULL OR NEW.outcomeId IS NOT NULL OR NEW.withdrawnAt IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'mufakat:DE40 what was entered for the record is confirmed by a second person or withdrawn, once');
END;
