package dev.stslint.benchmarks.corpus;

/** Names and prose, made of a few hundred words: what fills descriptions, comments and configuration. */
final class Words {

    private static final String[] QUALITIES = words("amber ample brisk calm clear coastal copper crisp daily deep early"
            + " eastern fair fast fine fresh global golden grand green hidden inner keen large light local lucid main"
            + " mellow modern narrow noble north novel outer plain prime proud quick quiet rapid remote royal rustic"
            + " secure sharp silent silver simple smooth solid south stable steady swift tidal upper urban vivid warm"
            + " western wide");

    private static final String[] THINGS = words("account address archive audit balance basket billing booking broker"
            + " cart catalog checkout claim contact coupon courier customer delivery device dispatch document event"
            + " export feed fleet forecast fraud gateway geo identity import index ingest inventory invoice ledger"
            + " loyalty mailer market media message meter notice offer order parcel partner payment permit planner"
            + " policy portal pricing product profile query quota rating receipt refund registry report return review"
            + " route schedule search session settlement shipment stock subscription support survey tariff tenant"
            + " ticket token tracking transfer usage user vault vendor voucher wallet warehouse webhook");

    private static final String[] PROSE = words("the a of to and is in for that which when each not this all by with it"
            + " from on be as are or if an can must may only set value field list name object controller cluster node"
            + " pod replica volume claim storage class policy version status condition reason update default number"
            + " seconds time interval limit request resource label selector match namespace reference key secret"
            + " certificate endpoint port address host service backend route rule action target source schedule"
            + " retry timeout maximum minimum ready available desired observed generation template spec owner"
            + " optional required empty specified defined ignored applied created deleted served stored before after"
            + " until while between more than less one two same other new old first last");

    private Words() {}

    static String thing(Dice dice) {
        return dice.pick(THINGS);
    }

    static String name(Dice dice) {
        return dice.pick(QUALITIES) + "-" + dice.pick(THINGS);
    }

    /** A sentence of so many words, with a capital and a full stop. */
    static String sentence(Dice dice, int length) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < length; i++) {
            String word = dice.pick(PROSE);
            if (i == 0) {
                sentence.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
            } else {
                sentence.append(' ').append(word);
            }
        }
        return sentence.append(dice.isWide() && dice.chance(20) ? " \u2013 f\u00fcr alle." : ".")
                .toString();
    }

    /** A field's name in camelCase. */
    static String field(Dice dice) {
        String first = dice.pick(PROSE);
        String second = dice.pick(THINGS);
        return first + Character.toUpperCase(second.charAt(0)) + second.substring(1);
    }

    private static String[] words(String text) {
        return text.split(" ", -1);
    }
}
