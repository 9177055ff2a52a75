-- CreateIndex
CREATE INDEX "inbox_delivery_problem" ON "inbox_delivery"("shop_id", "received_at") WHERE (state in ('unreadable', 'failed'));
