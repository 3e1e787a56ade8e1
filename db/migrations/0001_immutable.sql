-- What SQLite itself refuses, whoever holds the file open (domain/RULES.md, PR6, AU1). Needs PRAGMA recursive_triggers = ON,
-- else INSERT OR REPLACE would slip past the DELETE triggers; the INSERT triggers below close the same door twice.
CREATE TRIGGER documents_final_update BEFORE UPDATE ON documents
WHEN OLD.state IN ('adopted', 'withdrawn', 'notAdopted')
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PR6 this text is final and cannot change');
END;
--> statement-breakpoint
CREATE TRIGGER documents_never_deleted BEFORE DELETE ON documents
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PR6 documents are never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER documents_never_replaced BEFORE INSERT ON documents
WHEN EXISTS (SELECT 1 FROM documents WHERE id = NEW.id OR symbol = NEW.symbol)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PR6 a document with this id or symbol exists');
END;
--> statement-breakpoint
CREATE TRIGGER updates_final_insert BEFORE INSERT ON document_updates
WHEN EXISTS (SELECT 1 FROM documents WHERE id = NEW.documentId AND state IN ('adopted', 'withdrawn', 'notAdopted'))
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PR6 this text is final and cannot change');
END;
--> statement-breakpoint
CREATE TRIGGER updates_in_order BEFORE INSERT ON document_updates
WHEN NEW.position <> (SELECT COALESCE(MAX(position), 0) + 1 FROM document_updates WHERE documentId = NEW.documentId)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:SY6 the log of a document has no gaps and no second writer');
END;
--> statement-breakpoint
CREATE TRIGGER document_updates_no_update BEFORE UPDATE ON document_updates
BEGIN
  SELECT RAISE(ABORT, 'mufakat:SY6 the log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER document_updates_no_delete BEFORE DELETE ON document_updates
BEGIN
  SELECT RAISE(ABORT, 'mufakat:SY6 the log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER versions_no_update BEFORE UPDATE ON versions
BEGIN
  SELECT RAISE(ABORT, 'mufakat:VE1 a version never changes');
END;
--> statement-breakpoint
CREATE TRIGGER versions_no_delete BEFORE DELETE ON versions
BEGIN
  SELECT RAISE(ABORT, 'mufakat:VE1 a version never changes');
END;
--> statement-breakpoint
CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PR7 a decision never changes');
END;
--> statement-breakpoint
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PR7 a decision never changes');
END;
--> statement-breakpoint
CREATE TRIGGER evidences_no_update BEFORE UPDATE ON evidences
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PR7 evidence never changes');
END;
--> statement-breakpoint
CREATE TRIGGER evidences_no_delete BEFORE DELETE ON evidences
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PR7 evidence never changes');
END;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events
BEGIN
  SELECT RAISE(ABORT, 'mufakat:AU1 the audit trail is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events
BEGIN
  SELECT RAISE(ABORT, 'mufakat:AU1 the audit trail is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER client_bindings_no_update BEFORE UPDATE ON client_bindings
BEGIN
  SELECT RAISE(ABORT, 'mufakat:SY3 a client id stays bound to its person');
END;
--> statement-breakpoint
CREATE TRIGGER client_bindings_no_delete BEFORE DELETE ON client_bindings
BEGIN
  SELECT RAISE(ABORT, 'mufakat:SY3 a client id stays bound to its person');
END;
--> statement-breakpoint
CREATE TRIGGER versions_never_replaced BEFORE INSERT ON versions
WHEN EXISTS (SELECT 1 FROM versions WHERE id = NEW.id OR (documentId = NEW.documentId AND number = NEW.number))
BEGIN
  SELECT RAISE(ABORT, 'mufakat:VE1 a version never changes');
END;
--> statement-breakpoint
CREATE TRIGGER versions_final_insert BEFORE INSERT ON versions
WHEN EXISTS (SELECT 1 FROM documents WHERE id = NEW.documentId AND state IN ('adopted', 'withdrawn', 'notAdopted'))
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PR6 this text is final and cannot change');
END;
--> statement-breakpoint
CREATE TRIGGER decisions_never_replaced BEFORE INSERT ON decisions
WHEN EXISTS (SELECT 1 FROM decisions WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PR7 a decision never changes');
END;
--> statement-breakpoint
CREATE TRIGGER evidences_never_replaced BEFORE INSERT ON evidences
WHEN EXISTS (SELECT 1 FROM evidences WHERE documentId = NEW.documentId)
BEGIN
  SELECT RAISE(ABORT, 'mufakat:PR7 evidence never changes');
END;
--> statement-breakpoint
CREATE TRIGGER audit_in_order BEFORE INSERT ON audit_events
WHEN NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM audit_events) OR NEW.previousHash <> COALESCE((SELECT hash FROM audit_events WHERE seq = NEW.seq - 1), '')
BEGIN
  SELECT RAISE(ABORT, 'mufakat:AU1 the audit trail has no gaps and no second chain');
END;
