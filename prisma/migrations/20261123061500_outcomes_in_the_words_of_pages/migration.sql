ALTER TYPE "decision_outcome" RENAME VALUE 'promised' TO 'rewarded';
ALTER INDEX "engagement_decision_promised" RENAME TO "engagement_decision_rewarded";
ALTER TYPE "message_state" RENAME VALUE 'delivery_unknown' TO 'parked';
