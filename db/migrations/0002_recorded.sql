CREATE TABLE `recorded` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`decision` text NOT NULL,
	`person_name` text NOT NULL,
	`body_name` text NOT NULL,
	`recorded_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `recorded_by_time` ON `recorded` (`recorded_at`);--> statement-breakpoint
CREATE INDEX `recorded_by_batch` ON `recorded` (`batch_id`);--> statement-breakpoint
DROP TABLE `batches`;--> statement-breakpoint
ALTER TABLE `desk` ADD `pulled` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `desk` ADD `mishap` text;--> statement-breakpoint
CREATE TABLE `__new_outbox` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`batch_id` text NOT NULL,
	`role_id` text NOT NULL,
	`state` text NOT NULL,
	`since` text NOT NULL,
	`held_until` text,
	`decision` text NOT NULL,
	`seal` text NOT NULL,
	`person_name` text NOT NULL,
	`body_name` text NOT NULL,
	`code` text,
	`current` text
);
--> statement-breakpoint
INSERT INTO `__new_outbox` SELECT `number`, `id`, `batch_id`, `role_id`, `state`, json_extract(`decision`, '$.decidedAt'), `held_until`, `decision`, '', `person_name`, `body_name`, `code`, `current` FROM `outbox` ORDER BY `number`;--> statement-breakpoint
DROP TABLE `outbox`;--> statement-breakpoint
ALTER TABLE `__new_outbox` RENAME TO `outbox`;--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_id_unique` ON `outbox` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_by_role` ON `outbox` (`role_id`);--> statement-breakpoint
CREATE INDEX `outbox_by_batch` ON `outbox` (`batch_id`);--> statement-breakpoint
CREATE INDEX `outbox_by_state` ON `outbox` (`state`);
