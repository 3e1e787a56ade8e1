-- A clock that ticks with every change to what decides who may do what, by whatever hand. The sync server looks at it
-- inside the transaction that commits an edit and reads rights anew only when it has ticked.
CREATE TABLE `rights_clock` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
INSERT INTO `rights_clock` (`id`, `at`) VALUES (1, 0);
--> statement-breakpoint
CREATE TRIGGER rights_of_documents AFTER UPDATE OF state, pensDownAt, bodyId, meetingId ON documents
BEGIN
  UPDATE rights_clock SET at = at + 1;
END;
--> statement-breakpoint
CREATE TRIGGER rights_of_users AFTER UPDATE OF status, name ON users
BEGIN
  UPDATE rights_clock SET at = at + 1;
END;
--> statement-breakpoint
CREATE TRIGGER rights_of_sessions AFTER UPDATE OF userId, expiresAt, revokedAt ON user_sessions
BEGIN
  UPDATE rights_clock SET at = at + 1;
END;
--> statement-breakpoint
CREATE TRIGGER rights_of_sessions_gone AFTER DELETE ON user_sessions
BEGIN
  UPDATE rights_clock SET at = at + 1;
END;
--> statement-breakpoint
CREATE TRIGGER rights_of_tokens AFTER UPDATE OF userId, expiresAt, revokedAt ON api_tokens
BEGIN
  UPDATE rights_clock SET at = at + 1;
END;
--> statement-breakpoint
CREATE TRIGGER rights_of_tokens_gone AFTER DELETE ON api_tokens
BEGIN
  UPDATE rights_clock SET at = at + 1;
END;
--> statement-breakpoint
CREATE TRIGGER rights_of_appointments_made AFTER INSERT ON appointments
BEGIN
  UPDATE rights_clock SET at = at + 1;
END;
--> statement-breakpoint
CREATE TRIGGER rights_of_appointments_changed AFTER UPDATE ON appointments
BEGIN
  UPDATE rights_clock SET at = at + 1;
END;
--> statement-breakpoint
CREATE TRIGGER rights_of_appointments_gone AFTER DELETE ON appointments
BEGIN
  UPDATE rights_clock SET at = at + 1;
END;
--> statement-breakpoint
CREATE TRIGGER rights_of_memberships_made AFTER INSERT ON memberships
BEGIN
  UPDATE rights_clock SET at = at + 1;
END;
--> statement-breakpoint
CREATE TRIGGER rights_of_memberships_changed AFTER UPDATE ON memberships
BEGIN
  UPDATE rights_clock SET at = at + 1;
END;
--> statement-breakpoint
CREATE TRIGGER rights_of_memberships_gone AFTER DELETE ON memberships
BEGIN
  UPDATE rights_clock SET at = at + 1;
END;
--> statement-breakpoint
CREATE TRIGGER rights_of_chair_terms_made AFTER INSERT ON chair_terms
BEGIN
  UPDATE rights_clock SET at = at + 1;
END;
--> statement-breakpoint
CREATE TRIGGER rights_of_chair_terms_changed AFTER UPDATE ON chair_terms
BEGIN
  UPDATE rights_clock SET at = at + 1;
END;
--> statement-breakpoint
CREATE TRIGGER rights_of_chair_terms_gone AFTER DELETE ON chair_terms
BEGIN
  UPDATE rights_clock SET at = at + 1;
END;
--> statement-breakpoint
CREATE TRIGGER rights_of_countries AFTER UPDATE OF color ON countries
BEGIN
  UPDATE rights_clock SET at = at + 1;
END;
--> statement-breakpoint
CREATE TRIGGER rights_of_device_copies_made AFTER INSERT ON device_copy_rules
BEGIN
  UPDATE rights_clock SET at = at + 1;
END;
--> statement-breakpoint
CREATE TRIGGER rights_of_device_copies_changed AFTER UPDATE ON device_copy_rules
BEGIN
  UPDATE rights_clock SET at = at + 1;
END;
--> statement-breakpoint
CREATE TRIGGER rights_of_device_copies_gone AFTER DELETE ON device_copy_rules
BEGIN
  UPDATE rights_clock SET at = at + 1;
END;
