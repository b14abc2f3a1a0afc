package org.cameld360.scaling;

/**
 * What a target takes.
 *
 * @param target messages a second
 * @param rate messages a second that WhatsApp allows one number
 * @param numbers each with its own API key, topic and pace
 * @param partitionsOfNumber partitions of the topic of one number, each worked by a thread of its own
 */
public record Plan(double target, int rate, Assumptions given, int numbers, int partitionsOfNumber) {

    /** Of what a number may do, as the component and the shared pace keep it. */
    private static final double PACE = 0.9;

    private static final double UPLOADS_OF_NUMBER = PACE * 25;
    /** 360dialog's 11,880,000 calls in an hour. */
    private static final double CALLS_OF_ACCOUNT = 11_880_000 / 3600.0;

    private static final double PAIR_SECONDS = 6;
    /** Seen before, place, begin, end. */
    private static final int STATEMENTS = 4;
    /** A record is written and read in the topic of messages, and another one in the topic of what was sent. */
    private static final int RECORDS = 2;
    /** A catch-up takes that many times its mean where chance is against it: a busy partition empties slowly, and now and then very slowly. */
    private static final double CHANCE = 2;

    /** As many numbers as leave what is to spare, and as few partitions as keep the hottest one from being too busy. */
    public static Plan of(double target, int rate, Assumptions given) {
        Plan plan = new Plan(target, rate, given, numbersFor(target * (1 + given.spare()), rate), 1);
        while (plan.busiest() > given.busy()) {
            plan = plan.withPartitionsOfNumber(plan.partitionsOfNumber + 1);
        }
        return plan;
    }

    /** How many numbers can do so much and no more. */
    static int numbersFor(double target, int rate) {
        return (int) Math.ceil(target / (PACE * rate));
    }

    Plan withNumbers(int others) {
        return new Plan(target, rate, given, others, partitionsOfNumber);
    }

    Plan withPartitionsOfNumber(int others) {
        return new Plan(target, rate, given, numbers, others);
    }

    /** Messages a second that the pace of a number lets go. */
    public double pace() {
        return PACE * rate;
    }

    /** Messages a second that each number has to send. */
    public double shareOfNumber() {
        return target / numbers;
    }

    /** Little's law: how many calls are under way at once. */
    public double inFlight() {
        return target * given.latencySeconds();
    }

    /** How long a thread waits for its place, in seconds: the mean of a queue with random arrivals and an even pace, so an upper bound. */
    public double waitForPlace() {
        double use = shareOfNumber() / pace();
        return use / (2 * (1 - use)) / pace();
    }

    /** Recipients of a number who get a message now and then, {@link Assumptions#gap()} apart. */
    public int recipientsOfNumber() {
        return (int) Math.round(shareOfNumber() * given.gapSeconds());
    }

    /** How many times the mean the hottest of all partitions gets, as recipients are spread by a hash. */
    public double hottest() {
        double recipientsOfPartition = (double) recipientsOfNumber() / partitionsOfNumber;
        return 1 + Math.sqrt(2 * Math.log(partitions()) / recipientsOfPartition);
    }

    /** How much of its time the thread of the hottest partition is busy. 1 and more is too much. */
    public double busiest() {
        return hottest() * shareOfNumber() / partitionsOfNumber * (given.latencySeconds() + waitForPlace());
    }

    /** Of all numbers, and threads as well. */
    public int partitions() {
        return numbers * partitionsOfNumber;
    }

    /** Numbers with a Kafka, a database and workers of their own. */
    public int cells() {
        return (int) Math.ceil(target / given.messagesOfCell());
    }

    /** In each cell one to spare: its threads have nothing to do until another one dies. */
    public int workers() {
        return cells() * ((int) Math.ceil((double) partitions() / cells() / given.threads()) + 1);
    }

    /** How many partitions of one number a worker has at most, as each number is spread over two workers at least. */
    public int partitionsOfNumberInWorker() {
        return Math.min(given.threads(), (partitionsOfNumber + 1) / 2);
    }

    /** WhatsApp Business Accounts, for the calls that each may make. */
    public int accounts() {
        return (int) Math.ceil(target / CALLS_OF_ACCOUNT);
    }

    /** Distinct files a second that all numbers together can upload. */
    public double uploads() {
        return UPLOADS_OF_NUMBER * numbers;
    }

    /** The share of messages that may carry a file of their own, from 0 to 1. */
    public double ownFiles() {
        return Math.min(1, uploads() / target);
    }

    /** SQL statements a second. */
    public double statements() {
        return STATEMENTS * target;
    }

    /** Bytes a second that are written to Kafka, before it makes its copies. */
    public double kafkaBytes() {
        return RECORDS * target * given.recordBytes();
    }

    /** Bytes a second to and from the API for messages that carry a media id. */
    public double networkBytes() {
        return target * given.callBytes();
    }

    /** How many recipients the target takes, at the pace that WhatsApp allows for one of them. */
    public double recipientsAtLeast() {
        return PAIR_SECONDS * target;
    }

    /** Messages that a worker's death leaves waiting when others take over. */
    public double backlogOfDeath() {
        return target / partitions() * Math.min(given.threads(), partitions()) * given.takeoverSeconds();
    }

    /**
     * How long it takes, in seconds and from the take-over, until what a dead worker left is worked off: the hottest partition has to catch up, and
     * so has the pace of the number, at the same time.
     */
    public double recovery() {
        double ofPartition = busiest() / (1 - busiest());
        double ofPace = shareOfDeath() * shareOfNumber() / (pace() - shareOfNumber());
        return CHANCE * given.takeoverSeconds() * Math.max(ofPartition, ofPace);
    }

    /** How much of a number stands still when a worker dies. */
    private double shareOfDeath() {
        return (double) partitionsOfNumberInWorker() / partitionsOfNumber;
    }
}
