ALTER TABLE "document_updates" DROP CONSTRAINT "document_updates_document_documents_name_fk";
--> statement-breakpoint
ALTER TABLE "document_updates" DROP CONSTRAINT "document_updates_person_id_people_id_fk";
--> statement-breakpoint
ALTER TABLE "document_updates" DROP CONSTRAINT "document_updates_party_id_parties_id_fk";
