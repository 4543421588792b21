package dev.stslint.schema;

import dev.stslint.kube.Field;
import dev.stslint.kube.Fields;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.source.Located;
import dev.stslint.source.Location;
import java.util.List;

/** Where a fault is: a field of an object's part or an item of a list, written or missing. */
public final class Place implements Located {

    private final Fields owner;
    private final String name;
    private final int item;

    private Place(Fields owner, String name, int item) {
        this.owner = owner;
        this.name = name;
        this.item = item;
    }

    static Place of(Fields owner, String name) {
        return new Place(owner, name, -1);
    }

    static Place ofItem(Fields owner, String list, int item) {
        return new Place(owner, list, item);
    }

    /**
     * The place that steps from the root of an object lead to; in a list within a list, that of the outer list's item.
     *
     * @param steps field names, and the indexes of items as whole numbers
     */
    public static Place at(KubernetesObject object, List<Object> steps) {
        Fields owner = object.fields();
        Place place = of(owner, "");
        for (int i = 0; i < steps.size(); i++) {
            if (!(steps.get(i) instanceof String name)) {
                return place; // an item of an item
            }
            if (i + 1 < steps.size() && steps.get(i + 1) instanceof Integer item) {
                place = ofItem(owner, name, item);
                owner = owner.item(name, item);
                i++;
            } else {
                place = of(owner, name);
                owner = owner.object(name);
            }
        }
        return place;
    }

    /** What holds the field, or the list. */
    public Fields owner() {
        return owner;
    }

    /** The name of the field, or of the list that the item is in. */
    public String name() {
        return name;
    }

    /** The value as any scalar; an invalid field when it is none. */
    public Field<String> value() {
        return item < 0 ? owner.anyScalar(name) : owner.texts(name).get(item);
    }

    /** The key, where there is one: for a field that is not written the nearest thing that is. */
    public Located key() {
        Location place = item < 0 ? owner.keyLocation(name).orElseGet(owner::location) : location();
        String path = fieldPath();
        return new Located() {
            @Override
            public Location location() {
                return place;
            }

            @Override
            public String fieldPath() {
                return path;
            }
        };
    }

    /** A scalar's characters; of a mapping or list its key, and of an item that is one its name. */
    @Override
    public Location location() {
        if (item >= 0) {
            return owner.item(name, item).location();
        }
        Field<String> value = value();
        return value.isInvalid() ? owner.keyLocation(name).orElseGet(value::location) : value.location();
    }

    @Override
    public String fieldPath() {
        return value().fieldPath();
    }
}
