package dev.stslint.kube;

/**
 * A variable that gives a member of a cluster its number. It must be a number, and another one in each pod.
 *
 * @param first the lowest that the system takes: 1 for ZooKeeper, so that an ordinal will not do
 * @param last the highest
 * @param isVerified whether somebody read that in the image's source
 */
public record MemberId(String variable, int first, int last, boolean isVerified) {

    /** Whether a member can have this number. Others may be no mistake: to Kafka, -1 means that it chooses one itself. */
    public boolean admits(int number) {
        return number >= first && number <= last;
    }
}
