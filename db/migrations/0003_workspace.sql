ALTER TABLE `desk` ADD `workspace` text DEFAULT '{"views":[],"templates":[],"columnWidths":{}}' NOT NULL;--> statement-breakpoint
ALTER TABLE `lines` ADD `chapter` text;--> statement-breakpoint
ALTER TABLE `lines` ADD `section` text;--> statement-breakpoint
ALTER TABLE `lines` ADD `body_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `lines` ADD `decider_id` text;