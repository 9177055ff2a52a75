-- CreateIndex
CREATE INDEX "inbox_delivery_of_engagement" ON "inbox_delivery"("engagement_id") WHERE (engagement_id is not null);
