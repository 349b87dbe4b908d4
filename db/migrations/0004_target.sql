ALTER TABLE `outbox` ADD `target_name` text;--> statement-breakpoint
ALTER TABLE `recorded` ADD `target_name` text;